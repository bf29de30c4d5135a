package io.groundswell.creator.creator;

import java.util.List;

/** What makes two sightings sightings of one account: the network's id, or the folded handle. */
sealed interface NaturalKey {
    Network network();

    record UserId(Network network, String id) implements NaturalKey {}

    record Claim(Network network, String handleKey) implements NaturalKey {}

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
