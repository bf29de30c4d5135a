package io.groundswell.campaign.listening;

import java.util.List;
import java.util.function.Function;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.kit.problem.InvalidValue;

/** What an adapter makes of one thing that a network says. */
public sealed interface SourceItem {
    /** Somebody published or changed a post. */
    record Published(NetworkPost post) implements SourceItem {}

    /** The post is gone at its source. */
    record Deleted(Network network, String networkPostId) implements SourceItem {}

    /**
     * The account is gone at its network, and all that it published with it.
     *
     * @param authorKey the network's id of the account, or its folded handle with {@code @}: see {@link Author#key()}
     */
    record AccountRemoved(Network network, String authorKey) implements SourceItem {}

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

    /** Reads the posts of a page each by itself: one that is bad does not lose the others. */
    static List<SourceItem> page(List<Payload> page, Function<Payload, NetworkPost> reader) {
        return page.isEmpty()
                ? List.of(new Ignored("The page holds no post."))
                : page.stream().map(post -> published(post, reader)).toList();
    }

    private static SourceItem published(Payload post, Function<Payload, NetworkPost> reader) {
        try {
            return new Published(reader.apply(post));
        } catch (InvalidValue e) {
            return Rejected.because(e);
        }
    }
}
