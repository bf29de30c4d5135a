package io.groundswell.creator.identity;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Network;

/** What an account says of the person behind it, as far as it helps to recognise them. */
record KnownAccount(Network network, @Nullable String handle, @Nullable String displayName, @Nullable String bio,
        @Nullable String country, @Nullable String website) {

    /** Returns the account as people name it: {@code TIKTOK mila.pours}. */
    String named() {
        return handle == null ? network.name() : network + " " + handle;
    }
}
