package io.groundswell.campaign.rights.request;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.campaign.rights.grant.GrantEnd;
import io.groundswell.campaign.rights.grant.Grants;
import io.groundswell.campaign.rights.ledger.Ledger;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Forgets who was asked and what they wrote. That there was a request and what became of it stays, and so do digests: they let
 * somebody who has a text prove it, and tell nobody else anything.
 */
@ApplicationScoped
public class RightsErasure {
    private static final String ANY = """
            select exists (select from rights_request where workspace_id = $1 and post_id = any($2))
                or exists (select from rights_grant where workspace_id = $1 and post_id = any($2))""";
    private static final String NO_REPLIES = """
            delete from rights_reply where workspace_id = $1
                and request_id in (select id from rights_request where workspace_id = $1 and post_id = any($2))""";
    private static final String NO_NAMES = """
            update rights_request set author_key = '', author_handle = null, text = null,
                terms = terms - 'attribution', version = version + 1
            where workspace_id = $1 and post_id = any($2)""";
    private static final String NO_TEXTS = """
            update rights_grant set evidence = evidence - 'text' - 'replyId' - 'reference', reply_id = null, reply_network = null,
                attribution = null, end_note = null, version = version + 1
            where workspace_id = $1 and post_id = any($2)""";
    /** Answers that would be replayed name the post, and the author with it. */
    private static final String NO_ANSWERS = """
            delete from idempotency_key k using unnest($2::uuid[]) as p (id)
            where k.workspace_id = $1 and position(p.id::text in k.body) > 0""";

    private final Requests requests;
    private final Grants grants;
    private final Ledger ledger;

    RightsErasure(Requests requests, Grants grants, Ledger ledger) {
        this.requests = requests;
        this.grants = grants;
        this.ledger = ledger;
    }

    /** Forgets within the caller's transaction. Again, it changes nothing that matters. */
    public Uni<Void> forget(SqlConnection transaction, Workspace workspace, Collection<UUID> posts) {
        List<UUID> ids = List.copyOf(posts);
        Tuple which = Tuple.of(workspace.key(), ids.toArray(UUID[]::new));
        return transaction.preparedQuery(ANY).execute(which).chain(rows -> rows.iterator().next().getBoolean(0)
                ? ledger.lock(transaction, workspace)
                        .chain(() -> requests.blockOfErased(transaction, workspace, ids))
                        .chain(() -> grants.endOfPosts(transaction, workspace, ids, GrantEnd.AUTHOR_ERASED))
                        .chain(() -> transaction.preparedQuery(NO_REPLIES).execute(which))
                        .chain(() -> transaction.preparedQuery(NO_NAMES).execute(which))
                        .chain(() -> transaction.preparedQuery(NO_TEXTS).execute(which))
                        .chain(() -> transaction.preparedQuery(NO_ANSWERS).execute(which))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem());
    }
}
