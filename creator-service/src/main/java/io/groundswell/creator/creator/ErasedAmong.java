package io.groundswell.creator.creator;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The identifiers of a batch that are those of erased people.
 *
 * @param accounts what each once stood for
 */
record ErasedAmong(Map<NaturalKey, Erased> accounts) {
    static final ErasedAmong NOBODY = new ErasedAmong(Map.of());

    ErasedAmong {
        accounts = Map.copyOf(accounts);
    }

    /**
     * An account that was erased.
     *
     * @param identified whether the network's id of it was known
     */
    record Erased(Seen seen, boolean identified) {}

    /**
     * Returns what the profile is of when the person was erased, else null. An id is a person's for ever. A handle may have
     * gone to somebody else: it counts unless a kept account has it by now, or the profile has another id than the erased
     * account had.
     *
     * @param kept whether the profile is of an account that is kept
     */
    @Nullable
    Seen find(AccountProfile profile, boolean kept) {
        if (accounts.isEmpty()) {
            return null;
        }
        for (NaturalKey key : NaturalKey.allOf(profile)) {
            Erased erased = accounts.get(key);
            if (erased != null && counts(key, erased, profile, kept)) {
                return erased.seen();
            }
        }
        return null;
    }

    private static boolean counts(NaturalKey key, Erased erased, AccountProfile profile, boolean kept) {
        return switch (key) {
            case NaturalKey.UserId _ -> true;
            case NaturalKey.Claim _ -> !kept && !(erased.identified() && profile.userId() != null);
        };
    }
}
