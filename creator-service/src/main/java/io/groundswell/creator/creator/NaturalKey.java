package io.groundswell.creator.creator;

import java.util.List;

/** What makes two sightings sightings of one account: the network's id, or the folded handle. */
sealed interface NaturalKey {
    Network network();

    /** Returns the id or the folded handle. */
    String value();

    record UserId(Network network, String id) implements NaturalKey {
        @Override
        public String value() {
            return id;
        }
    }

    record Claim(Network network, String handleKey) implements NaturalKey {
        @Override
        public String value() {
            return handleKey;
        }
    }

    /** Returns the keys that the profile tells, the stronger first. */
    static List<NaturalKey> allOf(AccountProfile profile) {
        String id = profile.userId();
        String handle = profile.handle();
        if (id == null) {
            return handle == null ? List.of() : List.of(new Claim(profile.network(), Handle.key(handle)));
        }
        return handle == null
                ? List.of(new UserId(profile.network(), id))
                : List.of(new UserId(profile.network(), id), new Claim(profile.network(), Handle.key(handle)));
    }
}
