package io.groundswell.campaign.erasure;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.campaign.moderation.AuthorRules;
import io.groundswell.campaign.text.FoldedTerm;
import io.groundswell.kit.erasure.ErasureMarks;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Recognises the accounts of people who were erased. */
@ApplicationScoped
public class ErasedAuthors {
    /** Marks cost a hash for each identifier, so they are made only where somebody was erased. */
    private static final String ANY = "select exists (select from erased_author where workspace_id = $1)";
    private static final String FIND = "select mark from erased_author where workspace_id = $1 and mark = any($2)";
    private static final String ADD = """
            insert into erased_author (workspace_id, mark) select $1, * from unnest($2::uuid[]) on conflict do nothing""";

    private final ErasureMarks marks;
    private final AuthorRules rules;

    ErasedAuthors(ErasureMarks marks, AuthorRules rules) {
        this.marks = marks;
        this.rules = rules;
    }

    /** An account as a post tells it; at least one of id and handle is known. */
    public record Identity(Network network, @Nullable String id, @Nullable String handle) {}

    /** Returns those of the accounts that belong to people who were erased. */
    public Uni<Set<Identity>> among(SqlConnection transaction, Workspace workspace, Collection<Identity> accounts) {
        return transaction.preparedQuery(ANY).execute(Tuple.of(workspace.key()))
                .chain(rows -> rows.iterator().next().getBoolean(0)
                        ? find(transaction, workspace, accounts)
                        : Uni.createFrom().item(Set.of()));
    }

    private Uni<Set<Identity>> find(SqlConnection transaction, Workspace workspace, Collection<Identity> accounts) {
        Map<UUID, Set<Identity>> marked = new HashMap<>();
        accounts.forEach(account -> marks(workspace, account)
                .forEach(mark -> marked.computeIfAbsent(mark, _ -> new HashSet<>()).add(account)));
        return transaction.preparedQuery(FIND).execute(Tuple.of(workspace.key(), marked.keySet().toArray(UUID[]::new)))
                .map(rows -> {
                    Set<Identity> erased = new HashSet<>();
                    rows.forEach(row -> erased.addAll(marked.getOrDefault(row.getUUID("mark"), Set.of())));
                    return erased;
                });
    }

    /** An id is stronger than a handle, which may have gone to somebody else: with an id, the handle says nothing. */
    private List<UUID> marks(Workspace workspace, Identity account) {
        String id = account.id();
        String handle = account.handle();
        String network = account.network().name();
        if (id != null) {
            return List.of(marks.ofUserId(workspace, network, id));
        }
        return handle == null ? List.of() : List.of(marks.ofHandle(workspace, network, FoldedTerm.of(handle)));
    }

    /** Remembers people as erased, and forgets the moderation rules that name them; again changes nothing. */
    Uni<Void> add(SqlConnection transaction, Workspace workspace, Set<UUID> erased) {
        return transaction.preparedQuery(ADD).execute(Tuple.of(workspace.key(), erased.toArray(UUID[]::new)))
                .chain(() -> rules.all(transaction, workspace))
                .chain(named -> rules.forget(transaction, workspace, named.stream()
                        .filter(rule -> marks(workspace, new Identity(rule.network(), rule.authorId(), rule.handle())).stream()
                                .anyMatch(erased::contains))
                        .map(AuthorRules.Named::ruleId).toList()));
    }
}
