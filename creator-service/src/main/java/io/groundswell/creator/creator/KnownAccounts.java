package io.groundswell.creator.creator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The accounts that a batch's sightings could be of, as far as is needed to tell which sightings change nothing: those need no
 * creator to be loaded and nothing to be stored.
 */
final class KnownAccounts {
    private final Map<NaturalKey, Known> accounts = new HashMap<>();
    private final Map<NaturalKey, Integer> mentions = new HashMap<>();

    /**
     * An account as the database knows it.
     *
     * @param told see {@link Told}
     * @param version of its creator
     */
    record Known(UUID id, UUID creatorId, @Nullable String userId, @Nullable UUID told, long version, Stage stage) {}

    KnownAccounts(List<Sighting> sightings) {
        sightings
                .forEach(sighting -> NaturalKey.allOf(sighting.profile()).forEach(key -> mentions.merge(key, 1, Integer::sum)));
    }

    /** Returns the keys to ask the database for. */
    Collection<NaturalKey> keys() {
        return mentions.keySet();
    }

    void add(NaturalKey key, Known account) {
        accounts.put(key, account);
    }

    /** Returns what became of a sighting that changes nothing; null for one that must be taken. */
    @Nullable
    Seen unchanged(Sighting sighting) {
        List<NaturalKey> keys = NaturalKey.allOf(sighting.profile());
        for (NaturalKey key : keys) {
            Known known = accounts.get(key);
            if (known != null && isSamePerson(key, known, sighting.profile())) {
                return isUnchanged(sighting, keys, known)
                        ? new Seen(known.creatorId(), known.id(), Seen.Outcome.UNCHANGED)
                        : null;
            }
        }
        return null;
    }

    /** Sightings of one account in one batch are taken in order, all of them. */
    private boolean isUnchanged(Sighting sighting, List<NaturalKey> keys, Known known) {
        return known.told() != null && known.stage().isFollowed()
                && keys.stream().allMatch(key -> Integer.valueOf(1).equals(mentions.get(key)))
                && known.told().equals(Told.digest(sighting, known.creatorId(), known.version()));
    }

    /** See {@link AccountIndex}: a handle says nothing against two different ids. */
    private static boolean isSamePerson(NaturalKey key, Known known, AccountProfile profile) {
        return key instanceof NaturalKey.UserId || profile.userId() == null || known.userId() == null;
    }

    /** Returns the creators that the sightings could be of. */
    Set<UUID> creators(List<Sighting> sightings) {
        Set<UUID> creators = new HashSet<>();
        for (Sighting sighting : sightings) {
            for (NaturalKey key : NaturalKey.allOf(sighting.profile())) {
                Known known = accounts.get(key);
                if (known != null) {
                    creators.add(known.creatorId());
                }
            }
            if (sighting.person() != null) {
                creators.add(sighting.person().id());
            }
        }
        return creators;
    }

    /** Returns the sightings that must be taken, and fills in what became of the others; those of one person stay together. */
    List<Sighting> remaining(List<Sighting> sightings, @Nullable Seen[] seen) {
        Set<@Nullable Person> persons = new HashSet<>();
        for (int i = 0; i < seen.length; i++) {
            seen[i] = unchanged(sightings.get(i));
            if (seen[i] == null) {
                persons.add(sightings.get(i).person());
            }
        }
        persons.remove(null);
        List<Sighting> remaining = new ArrayList<>();
        for (int i = 0; i < seen.length; i++) {
            if (persons.contains(sightings.get(i).person())) {
                seen[i] = null;
            }
            if (seen[i] == null) {
                remaining.add(sightings.get(i));
            }
        }
        return remaining;
    }
}
