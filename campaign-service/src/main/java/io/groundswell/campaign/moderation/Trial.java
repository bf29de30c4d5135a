package io.groundswell.campaign.moderation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.groundswell.campaign.post.DecidingRule;
import io.groundswell.campaign.post.PostState;

/** Counts what would be otherwise if a rule decided with the others. Used by one thread at a time. */
final class Trial {
    private static final int MOST_EXAMPLES = 20;

    private final Rule rule;
    private final RuleSet alone;
    private final RuleSet together;
    private final Instant since;
    private final Map<Move, Integer> moves = new LinkedHashMap<>();
    private final List<RehearsalReport.Example> examples = new ArrayList<>();
    private int posts;
    private int matching;
    private int decidedByPeople;
    private int decidedByOtherRules;

    /** @param together the rule and all others that decide */
    Trial(Rule rule, List<Rule> together, Instant since) {
        this.rule = rule;
        this.alone = RuleSet.of(0, List.of(rule));
        this.together = RuleSet.of(0, together);
        this.since = since;
    }

    private record Move(PostState from, PostState to) {}

    int posts() {
        return posts;
    }

    void tryOn(KeptPosts.Kept kept) {
        posts++;
        DecidingRule found = alone.decide(kept.post()).rule();
        if (found == null) {
            return;
        }
        matching++;
        if (kept.byPerson()) {
            decidedByPeople++;
            return;
        }
        DecidingRule deciding = together.decide(kept.post()).rule();
        if (deciding == null || !deciding.id().equals(rule.id())) {
            decidedByOtherRules++;
            return;
        }
        PostState then = rule.action().state();
        if (then != decided(kept.state())) {
            moves.merge(new Move(kept.state(), then), 1, Integer::sum);
            if (examples.size() < MOST_EXAMPLES) {
                examples.add(new RehearsalReport.Example(kept.id(), kept.state(), then, found.evidence()));
            }
        }
    }

    /** Publishable and published posts are approved ones that have come further. */
    private static PostState decided(PostState state) {
        return switch (state) {
            case PUBLISHABLE, PUBLISHED -> PostState.APPROVED;
            case PENDING, QUARANTINED, REJECTED, APPROVED, WITHDRAWN -> state;
        };
    }

    RehearsalReport report(boolean complete) {
        return new RehearsalReport(posts, complete, since, matching, decidedByPeople, decidedByOtherRules,
                moves.entrySet().stream()
                        .map(move -> new RehearsalReport.Change(move.getKey().from(), move.getKey().to(), move.getValue()))
                        .toList(),
                List.copyOf(examples));
    }
}
