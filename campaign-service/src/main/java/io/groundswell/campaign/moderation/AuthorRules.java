package io.groundswell.campaign.moderation;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Rules that name an account: they are what this package knows of people, and go when a person is erased. */
@ApplicationScoped
public class AuthorRules {
    private static final String NAMED = """
            select id, condition->>'network' as network, condition->>'id' as author_id, condition->>'handle' as handle
            from moderation_rule
            where workspace_id = $1 and condition->>'type' = 'AUTHOR'""";
    /** With the answers that are kept for repeated requests. */
    private static final String FORGET = """
            with gone as (
                delete from moderation_rule where workspace_id = $1 and id = any($2) returning id
            )
            delete from idempotency_key k using gone g where k.workspace_id = $1 and strpos(k.body, g.id::text) > 0""";

    private final RuleStore store;

    AuthorRules(RuleStore store) {
        this.store = store;
    }

    /** A rule, and the account that it names by id or by handle. */
    public record Named(UUID ruleId, Network network, @Nullable String authorId, @Nullable String handle) {}

    /** Returns all rules of the workspace that name an account. */
    public Uni<List<Named>> all(SqlConnection transaction, Workspace workspace) {
        return transaction.preparedQuery(NAMED).execute(Tuple.of(workspace.key()))
                .map(rows -> rows.stream().map(row -> new Named(row.getUUID("id"), Network.valueOf(row.getString("network")),
                        row.getString("author_id"), row.getString("handle"))).toList());
    }

    /** Deletes rules, so that the next batch of posts is decided without them. */
    public Uni<Void> forget(SqlConnection transaction, Workspace workspace, Collection<UUID> rules) {
        if (rules.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return store.nextRevision(transaction, workspace).chain(() -> transaction.preparedQuery(FORGET)
                .execute(Tuple.of(workspace.key(), rules.toArray(UUID[]::new)))).replaceWithVoid();
    }
}
