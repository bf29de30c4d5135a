package io.groundswell.campaign.rights.request;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.campaign.post.PublicReads;
import io.groundswell.campaign.rights.grant.Evidence;
import io.groundswell.campaign.rights.grant.GrantEnd;
import io.groundswell.campaign.rights.grant.GrantedVia;
import io.groundswell.campaign.rights.grant.Grants;
import io.groundswell.campaign.rights.ledger.CanonicalJson;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** What authors answer themselves. The same answer again is the same answer; another one than before is not taken. */
@ApplicationScoped
public class AuthorAnswers {
    private static final String ACTIVE_GRANT = """
            select id from rights_grant where workspace_id = $1 and request_id = $2 and state in ('ACTIVE', 'EXPIRING')""";

    private final PublicReads publicReads;
    private final Requests requests;
    private final Grants grants;
    private final Clock clock;

    AuthorAnswers(PublicReads publicReads, Requests requests, Grants grants, Clock clock) {
        this.publicReads = publicReads;
        this.requests = requests;
        this.grants = grants;
        this.clock = clock;
    }

    /** What an author says. */
    public enum Answer {
        GRANT, DECLINE,
        /** Takes a grant back. */
        REVOKE
    }

    /** What became of it. */
    public enum Result {
        DONE,
        /** Something else was answered before. */
        ANSWERED_BEFORE,
        /** The time to answer is over, or the post is gone. */
        TOO_LATE, UNKNOWN
    }

    /** Takes an answer; completes when public reads follow it. */
    public Uni<Result> take(Workspace workspace, UUID requestId, Answer answer, RequestLocale locale) {
        return publicReads.write(workspace, transaction -> requests.locked(transaction, workspace, requestId)
                .chain(request -> request == null
                        ? Uni.createFrom().item(Result.UNKNOWN)
                        : take(transaction, workspace, request, answer, locale)));
    }

    private Uni<Result> take(SqlConnection transaction, Workspace workspace, RightsRequest request, Answer answer,
            RequestLocale locale) {
        return switch (request.state()) {
            case DRAFT, BLOCKED -> Uni.createFrom().item(Result.UNKNOWN);
            case EXPIRED -> Uni.createFrom().item(Result.TOO_LATE);
            case DECLINED -> Uni.createFrom().item(answer == Answer.DECLINE ? Result.DONE : Result.ANSWERED_BEFORE);
            case GRANTED -> afterGrant(transaction, workspace, request, answer);
            case SENT -> request.isOpen(clock.instant())
                    ? answerTo(transaction, workspace, request, answer, locale)
                    : Uni.createFrom().item(Result.TOO_LATE);
        };
    }

    private Uni<Result> answerTo(SqlConnection transaction, Workspace workspace, RightsRequest request, Answer answer,
            RequestLocale locale) {
        return switch (answer) {
            case REVOKE -> Uni.createFrom().item(Result.ANSWERED_BEFORE);
            case DECLINE -> requests.decline(transaction, workspace, request).replaceWith(Result.DONE);
            case GRANT -> AskedPost.locked(transaction, workspace, request.postId()).chain(post -> {
                if (post.isGone() || !request.canBeGranted(clock.instant())) {
                    return Uni.createFrom().item(Result.TOO_LATE);
                }
                Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                var evidence = Evidence.ofClaim(now, CanonicalJson.digest(request.terms()), locale.tag());
                return requests.grant(transaction, workspace, request, GrantedVia.CLAIM_PAGE, evidence, null)
                        .replaceWith(Result.DONE);
            });
        };
    }

    private Uni<Result> afterGrant(SqlConnection transaction, Workspace workspace, RightsRequest request, Answer answer) {
        return transaction.preparedQuery(ACTIVE_GRANT).execute(Tuple.of(workspace.key(), request.id())).chain(rows -> {
            List<UUID> active = rows.stream().map(row -> row.getUUID("id")).toList();
            return switch (answer) {
                case DECLINE -> Uni.createFrom().item(Result.ANSWERED_BEFORE);
                case GRANT -> Uni.createFrom().item(active.isEmpty() ? Result.ANSWERED_BEFORE : Result.DONE);
                case REVOKE -> grants.end(transaction, workspace, active, GrantEnd.REVOKED_BY_AUTHOR).replaceWith(Result.DONE);
            };
        });
    }
}
