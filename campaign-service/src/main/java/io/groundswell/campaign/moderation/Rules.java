package io.groundswell.campaign.moderation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.id.Uuid7;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** What people can do with rules, within the caller's transaction. Those who change rules of a workspace wait for each other. */
@ApplicationScoped
class Rules {
    static final int MOST_RULES = 10_000;
    static final int MOST_REGEXES = 50;
    /** Trying all of them on the longest post must not take seconds. */
    static final int MOST_REGEX_INSTRUCTIONS = 5_000;
    private static final ProblemType LIMIT = new ProblemType("moderation-rule-limit", 409,
            "The workspace has as many moderation rules as it may have");

    private final RuleStore store;
    private final Clock clock;

    Rules(RuleStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Uni<RuleView> create(SqlConnection transaction, Workspace workspace, RuleDraft draft) {
        return store.nextRevision(transaction, workspace)
                .chain(() -> requireCampaign(transaction, workspace, draft))
                .chain(() -> {
                    // made while others wait, so that ids grow in the order of creation
                    UUID id = Uuid7.next();
                    return store.insert(transaction, workspace, id, draft, now())
                            .chain(() -> settled(transaction, workspace, id));
                });
    }

    Uni<RuleView> revise(SqlConnection transaction, Workspace workspace, UUID id, @Nullable String ifMatch,
            UnaryOperator<RuleDraft> change) {
        return current(transaction, workspace, id, ifMatch).chain(rule -> {
            RuleDraft draft = change.apply(rule.draft());
            return requireCampaign(transaction, workspace, draft)
                    .chain(() -> store.update(transaction, workspace, id, draft, now()))
                    .chain(() -> settled(transaction, workspace, id));
        });
    }

    Uni<Void> delete(SqlConnection transaction, Workspace workspace, UUID id, @Nullable String ifMatch) {
        return current(transaction, workspace, id, ifMatch).chain(() -> store.delete(transaction, workspace, id));
    }

    private Uni<RuleView> current(SqlConnection transaction, Workspace workspace, UUID id, @Nullable String ifMatch) {
        String required = Preconditions.require(ifMatch);
        return store.nextRevision(transaction, workspace)
                .chain(() -> get(transaction, workspace, id))
                .invoke(rule -> Preconditions.requireMatch(required, rule.tag()));
    }

    /** Returns the rule, or fails with 404. */
    Uni<RuleView> get(SqlConnection transaction, Workspace workspace, UUID id) {
        return store.find(transaction, workspace, id).map(rows -> {
            if (rows.size() == 0) {
                throw ProblemException.notFound("moderation rule", id);
            }
            return store.view(rows.iterator().next());
        });
    }

    /** Fails with 422 when the draft names a campaign that is not known. */
    Uni<Void> requireCampaign(SqlConnection transaction, Workspace workspace, RuleDraft draft) {
        UUID campaign = draft.campaignId();
        if (campaign == null) {
            return Uni.createFrom().voidItem();
        }
        return store.knowsCampaign(transaction, workspace, campaign).invoke(known -> {
            if (!known) {
                throw ProblemException.validation("campaignId", "unknown-campaign", "There is no campaign " + campaign + ".");
            }
        }).replaceWithVoid();
    }

    private Uni<RuleView> settled(SqlConnection transaction, Workspace workspace, UUID id) {
        return store.use(transaction, workspace).invoke(Rules::requireWithinLimits)
                .chain(() -> get(transaction, workspace, id));
    }

    private static void requireWithinLimits(RuleStore.Use use) {
        if (use.rules() > MOST_RULES) {
            throw ProblemException.of(LIMIT,
                    "A workspace has %d moderation rules at most. Delete some first.".formatted(MOST_RULES));
        }
        if (use.regexes() > MOST_REGEXES) {
            throw ProblemException.of(LIMIT,
                    """
                            A workspace has %d enabled REGEX rules at most, because each is tried on every post. Disable some, or write \
                            WORD and PHRASE rules, of which there may be thousands."""
                            .formatted(MOST_REGEXES));
        }
        if (use.regexSize() > MOST_REGEX_INSTRUCTIONS) {
            throw ProblemException.of(LIMIT, """
                    The enabled REGEX rules of a workspace have %d instructions at most when compiled; with this one they have \
                    %d. Simplify or disable some.""".formatted(MOST_REGEX_INSTRUCTIONS, use.regexSize()));
        }
    }

    /** PostgreSQL keeps microseconds; what is answered must equal what is read again. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
