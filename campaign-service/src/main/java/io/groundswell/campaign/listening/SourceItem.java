package io.groundswell.campaign.listening;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.kit.problem.InvalidValue;

/** What an adapter makes of one thing that a network says. */
public sealed interface SourceItem {
    /** Somebody published or changed a post. */
    record Published(NetworkPost post) implements SourceItem {}

    /** The post is gone at its source. */
    record Deleted(Network network, String networkPostId) implements SourceItem {}

    /** Understood, and of no concern: a like, a follow, a boost. */
    record Ignored(String detail) implements SourceItem {}

    /**
     * Not acceptable.
     *
     * @param pointer place within the line, as JSON pointer in URI fragment form
     */
    record Rejected(String pointer, String code, String detail) implements SourceItem {
        static Rejected because(InvalidValue refusal) {
            return new Rejected(refusal.toFieldError().pointer(), refusal.code(), refusal.detail());
        }
    }
}
