package io.groundswell.campaign.listening;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A campaign that a post belongs to, and why.
 *
 * @param terms what the campaign listens for and the post has; each once
 */
record Match(UUID campaignId, List<Term> terms) {

    /** What a campaign listens for. */
    enum By {
        HASHTAG, MENTION, KEYWORD
    }

    /**
     * A term that was found.
     *
     * @param term a hashtag or mention folded and without its sign, a keyword as the brand wrote it
     */
    @Schema(name = "MatchedTerm")
    record Term(By by, String term) {}

    boolean by(By by) {
        return terms.stream().anyMatch(term -> term.by() == by);
    }
}
