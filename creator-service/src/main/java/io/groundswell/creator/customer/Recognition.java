package io.groundswell.creator.customer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Person;
import io.groundswell.creator.creator.Seen;
import io.groundswell.creator.creator.Sighting;
import io.groundswell.creator.customer.CustomerOutcome.Match;
import io.groundswell.creator.customer.CustomerOutcome.Outcome;
import io.groundswell.creator.email.CreatorEmails;

/**
 * Who the customers of a batch are: whoever is known by the address, else whoever has one of the handles, else somebody new.
 * Lines with one address are one person.
 */
final class Recognition {
    private final List<CustomerLine> lines;
    /** Of each line; null without an address. */
    private final List<@Nullable String> hashes;
    private final Map<String, UUID> known;
    private final Map<UUID, Seen.Outcome> became;
    private final Map<String, Person> persons = new HashMap<>();
    private final List<Sighting> sightings = new ArrayList<>();
    private final List<List<Seen>> seen = new ArrayList<>();
    private final Map<UUID, UUID> creators = new HashMap<>();

    /**
     * @param known creators by the hash of their address
     * @param became what became of them when they were told to be customers
     */
    Recognition(List<CustomerLine> lines, List<@Nullable String> hashes, Map<String, UUID> known,
            Map<UUID, Seen.Outcome> became) {
        this.lines = lines;
        this.hashes = hashes;
        this.known = known;
        this.became = became;
        for (int i = 0; i < lines.size(); i++) {
            Person person = person(i);
            accounts(i).forEach(account -> sightings.add(account.ofPerson(person)));
        }
    }

    /** Of a person who opted out, nothing is taken. */
    private List<Sighting> accounts(int line) {
        String hash = hashes.get(line);
        UUID creator = hash == null ? null : known.get(hash);
        return creator != null && became.get(creator) == Seen.Outcome.OPTED_OUT ? List.of() : lines.get(line).accounts();
    }

    private Person person(int line) {
        String hash = hashes.get(line);
        Person told = lines.get(line).person();
        if (hash == null) {
            return told;
        }
        return persons.computeIfAbsent(hash, _ -> known.containsKey(hash) ? new Person(known.get(hash), told.name()) : told);
    }

    /** Returns what the lines tell of accounts, in order. */
    List<Sighting> sightings() {
        return sightings;
    }

    /** Takes what became of the sightings. */
    void resolve(List<Seen> all) {
        int next = 0;
        for (int i = 0; i < lines.size(); i++) {
            int accounts = accounts(i).size();
            seen.add(all.subList(next, next + accounts));
            next += accounts;
            if (accounts > 0) {
                creators.putIfAbsent(person(i).id(), seen.get(i).getFirst().creatorId());
            }
        }
    }

    /** Returns whom the line is of; null when nobody was recognised and the line names no account. */
    private @Nullable UUID creator(int line) {
        String hash = hashes.get(line);
        UUID byEmail = hash == null ? null : known.get(hash);
        return byEmail != null ? byEmail : creators.get(person(line).id());
    }

    /** Returns the addresses to keep: for everybody whom a line is of. */
    Set<CreatorEmails.Of> emails() {
        Set<CreatorEmails.Of> emails = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String hash = hashes.get(i);
            if (hash != null) {
                seen.get(i).stream().filter(Seen::isFollowed)
                        .forEach(one -> emails.add(new CreatorEmails.Of(hash, one.creatorId())));
            }
        }
        return emails;
    }

    /**
     * Tells what became of a line.
     *
     * @param fresh addresses that were not known of their creators
     * @param trial whether nothing was kept: somebody new has no id then
     */
    CustomerOutcome outcome(int line, Set<CreatorEmails.Of> fresh, boolean trial) {
        long number = lines.get(line).number();
        UUID creator = creator(line);
        if (creator == null) {
            return CustomerOutcome.unmatched(number);
        }
        List<Seen> accounts = seen.get(line);
        if (became.get(creator) == Seen.Outcome.OPTED_OUT
                || (!accounts.isEmpty() && accounts.stream().noneMatch(Seen::isFollowed))) {
            return CustomerOutcome.optedOut(number, creator);
        }
        Outcome outcome = outcome(line, creator, fresh);
        List<UUID> others = accounts.stream().map(Seen::creatorId).filter(other -> !other.equals(creator)).distinct().toList();
        return CustomerOutcome.stored(number, outcome, trial && outcome == Outcome.CREATED ? null : creator,
                outcome == Outcome.CREATED ? List.of() : matches(line, accounts), others);
    }

    private Outcome outcome(int line, UUID creator, Set<CreatorEmails.Of> fresh) {
        String hash = hashes.get(line);
        List<Seen> accounts = seen.get(line);
        if (lines.get(line).person().id().equals(creator)) {
            return Outcome.CREATED;
        }
        boolean altered = accounts.stream().anyMatch(account -> account.outcome() != Seen.Outcome.UNCHANGED)
                || became.get(creator) == Seen.Outcome.UPDATED
                || (hash != null && !accounts.isEmpty() && fresh.contains(new CreatorEmails.Of(hash, creator)));
        return altered ? Outcome.UPDATED : Outcome.UNCHANGED;
    }

    private List<Match> matches(int line, List<Seen> accounts) {
        List<Match> matches = new ArrayList<>();
        String hash = hashes.get(line);
        if (hash != null && (known.containsKey(hash) || !person(line).id().equals(lines.get(line).person().id()))) {
            matches.add(Match.EMAIL);
        }
        if (accounts.stream().anyMatch(account -> account.outcome() != Seen.Outcome.CREATED)) {
            matches.add(Match.HANDLE);
        }
        return matches;
    }
}
