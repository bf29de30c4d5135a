package io.groundswell.campaign.rights.grant;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.campaign.post.PostState;
import io.groundswell.campaign.post.PublicReads;
import io.groundswell.campaign.rights.ledger.CanonicalJson;
import io.groundswell.campaign.rights.ledger.Ledger;
import io.groundswell.kit.id.Uuid7;
import io.groundswell.kit.problem.InvalidValue;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** What people of the brand do about grants. */
@ApplicationScoped
class RecordedGrants {
    private static final String POST = "select state from post where workspace_id = $1 and id = $2 for update";
    private static final String EXISTS = "select id from rights_grant where workspace_id = $1 and id = $2";
    private static final String NOTE = "update rights_grant set end_note = $3 where workspace_id = $1 and id = $2";
    private static final String EXPIRING_DAYS = """
            select expiring_days from rights_settings where workspace_id in ($1, '*') and valid_from <= now()
            order by workspace_id = '*', valid_from desc limit 1""";

    private final PublicReads publicReads;
    private final Ledger ledger;
    private final Grants grants;
    private final GrantList list;

    RecordedGrants(PublicReads publicReads, Ledger ledger, Grants grants, GrantList list) {
        this.publicReads = publicReads;
        this.ledger = ledger;
        this.grants = grants;
        this.list = list;
    }

    /** Records a grant. */
    Uni<GrantView> add(SqlConnection transaction, Workspace workspace, GrantDraft draft) {
        UUID id = Uuid7.next();
        return ledger.lock(transaction, workspace)
                .chain(() -> transaction.preparedQuery(POST).execute(Tuple.of(workspace.key(), draft.postId())))
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw new InvalidValue("postId", "unknown-post", "There is no such post.");
                    }
                    if (rows.iterator().next().getString("state").equals(PostState.WITHDRAWN.name())) {
                        throw new InvalidValue("postId", "post-withdrawn", "The post is withdrawn.");
                    }
                })
                .chain(() -> transaction.preparedQuery(EXPIRING_DAYS).execute(Tuple.of(workspace.key())))
                .chain(rows -> grants.make(transaction, workspace,
                        new NewGrant(id, draft.postId(), null, draft.terms(), GrantedVia.RECORDED,
                                Evidence.recorded(draft.reference(), CanonicalJson.digest(draft.terms())), null,
                                rows.iterator().next().getInteger("expiring_days"))))
                .chain(() -> list.get(transaction, workspace, id));
    }

    /** Ends a grant; one that has ended stays as it is. Completes when public reads follow it. */
    Uni<GrantView> revoke(Workspace workspace, UUID id, String reason) {
        return publicReads.write(workspace, transaction -> ledger.lock(transaction, workspace)
                .chain(() -> transaction.preparedQuery(EXISTS).execute(Tuple.of(workspace.key(), id)))
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw ProblemException.notFound("rights grant", id);
                    }
                })
                .chain(() -> grants.end(transaction, workspace, List.of(id), GrantEnd.REVOKED_BY_BRAND))
                .call(ended -> ended == 0
                        ? Uni.createFrom().nullItem()
                        : transaction.preparedQuery(NOTE).execute(Tuple.of(workspace.key(), id, reason))))
                .chain(() -> list.get(workspace, id));
    }
}
