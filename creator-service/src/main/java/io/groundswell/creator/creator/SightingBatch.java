package io.groundswell.creator.creator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.tier.Tier;
import io.groundswell.creator.tier.TierAssessment;
import io.groundswell.creator.tier.TierScheme;
import io.groundswell.kit.outbox.OutboxEvent;
import io.groundswell.kit.workspace.Workspace;

/**
 * Sightings taken one after the other, on creators held in memory: what the database is to store afterwards. Sightings whose
 * joint effect on a known account is nothing are told as unchanged, so a file that contradicts itself is as repeatable as any.
 */
final class SightingBatch {
    private final Workspace workspace;
    private final TierScheme scheme;
    private final Instant now;
    private final Map<UUID, Creator> creators = new LinkedHashMap<>();
    private final AccountIndex index;
    private final ErasedAmong erased;
    /** Known accounts as they were before the first sighting. */
    private final Map<UUID, Before> before = new LinkedHashMap<>();
    private final Set<Account> met = new LinkedHashSet<>();
    private final Set<Creator> newCreators = new LinkedHashSet<>();
    private final Map<UUID, UUID> creatorsOfPersons = new HashMap<>();
    private final Map<Account, Sighting> latest = new HashMap<>();
    private final Set<Account> changedAccounts = new LinkedHashSet<>();
    private final Set<Creator> changedCreators = new LinkedHashSet<>();
    private final List<FigureChange> figureChanges = new ArrayList<>();
    private final List<OutboxEvent> events = new ArrayList<>();

    /**
     * @param known every creator that any of the sightings could be of, with all accounts
     * @param erased what of the sightings' identifiers was erased
     */
    SightingBatch(Workspace workspace, TierScheme scheme, Collection<Creator> known, ErasedAmong erased, Instant now) {
        this.workspace = workspace;
        this.scheme = scheme;
        this.erased = erased;
        this.now = now;
        known.forEach(creator -> creators.put(creator.id(), creator));
        this.index = new AccountIndex(known.stream().flatMap(creator -> creator.accounts().stream()).toList());
    }

    /** Takes the sightings in order; returns what became of each. Called once. */
    List<Seen> see(List<Sighting> sightings) {
        sightings.forEach(this::recognise);
        List<Seen> seen = sightings.stream().map(this::see).toList();
        Set<UUID> altered = new LinkedHashSet<>();
        for (Creator creator : newCreators) {
            creator.assess(scheme);
            events.add(CreatorEvent.created(creator, now));
        }
        for (Account account : met) {
            settleNew(account);
            altered.add(account.id());
        }
        before.forEach((id, known) -> {
            if (settleKnown(known)) {
                altered.add(id);
            }
        });
        index.dispossessed().stream().filter(account -> !met.contains(account)).forEach(changedAccounts::add);
        met.forEach(this::remember);
        changedAccounts.forEach(this::remember);
        return seen.stream().map(one -> altered.contains(one.accountId()) ? one : one.unchanged()).toList();
    }

    /** Finds out whose a person's accounts are, if one of them is known. */
    private void recognise(Sighting sighting) {
        Person person = sighting.person();
        if (person == null) {
            return;
        }
        Account account = index.find(sighting.profile());
        if (creators.containsKey(person.id())) {
            creatorsOfPersons.put(person.id(), person.id());
        } else if (account != null) {
            creatorsOfPersons.putIfAbsent(person.id(), account.creatorId());
        }
    }

    private Seen see(Sighting sighting) {
        Account account = index.find(sighting.profile());
        Seen gone = erased.find(sighting.profile(), account != null);
        if (gone != null) {
            return gone;
        }
        if (account == null) {
            return meet(sighting);
        }
        Creator creator = creator(account.creatorId());
        if (!creator.stage().isFollowed()) {
            return new Seen(creator.id(), account.id(), Seen.Outcome.OPTED_OUT);
        }
        if (!met.contains(account)) {
            before.computeIfAbsent(account.id(), _ -> new Before(account, content(creator, account), account.observedAt()));
        }
        Content earlier = content(creator, account);
        Figures figures = account.figures();
        Instant figuresAt = account.observedAt();
        boolean isLatest = !account.isOverdue(sighting);
        creator.see(account, sighting);
        if (!account.figures().equals(figures)) {
            figureChanges.add(new FigureChange(account.id(), figures, figuresAt, account.figures(), account.observedAt(),
                    sighting.via()));
        }
        latest.put(account, sighting);
        index.settle(account, sighting.profile(), isLatest);
        boolean altered = !earlier.equals(content(creator, account));
        return new Seen(creator.id(), account.id(), altered ? Seen.Outcome.UPDATED : Seen.Outcome.UNCHANGED);
    }

    private Seen meet(Sighting sighting) {
        AccountProfile profile = sighting.profile();
        Person person = sighting.person();
        UUID owner = person == null ? null : creatorsOfPersons.get(person.id());
        Creator creator = owner == null ? newCreator(sighting) : creator(owner);
        if (!creator.stage().isFollowed()) {
            return new Seen(creator.id(), creator.id(), Seen.Outcome.OPTED_OUT);
        }
        Account account = new Account(workspace, creator.id(), sighting);
        creator.own(account);
        creator.become(sighting.kind(), sighting.via());
        met.add(account);
        latest.put(account, sighting);
        index.settle(account, profile, true);
        return new Seen(creator.id(), account.id(), Seen.Outcome.CREATED);
    }

    /** Decides the tiers of all known creators anew, after the scheme changed. Called once, instead of {@link #see}. */
    void reassess() {
        for (Creator creator : creators.values()) {
            TierAssessment former = creator.assessment();
            if (creator.accounts().isEmpty()) {
                continue;
            }
            Tier formerTier = creator.assess(scheme);
            if (!Objects.equals(former, creator.assessment())) {
                creator.touch(now);
                changedCreators.add(creator);
                changedAccounts.addAll(creator.accounts());
            }
            if (formerTier != creator.tier()) {
                events.add(CreatorEvent.tierChanged(creator, formerTier, now));
            }
        }
    }

    private Creator newCreator(Sighting sighting) {
        AccountProfile profile = sighting.profile();
        CreatorKind kind = sighting.kind() == null ? CreatorKind.EXTERNAL : sighting.kind();
        String name = Creator.nameOf(profile.network(), AccountFacts.of(profile, null));
        Person person = sighting.person();
        Creator creator = person == null
                ? new Creator(workspace, name, kind, sighting.via(), now)
                : new Creator(workspace, person.id(), Objects.requireNonNullElse(person.name(), name), kind, sighting.via(),
                        now);
        creators.put(creator.id(), creator);
        newCreators.add(creator);
        if (person != null) {
            creatorsOfPersons.put(person.id(), person.id());
        }
        return creator;
    }

    private void settleNew(Account account) {
        Creator creator = creator(account.creatorId());
        if (newCreators.contains(creator)) {
            return;
        }
        assessChanged(creator);
    }

    private void assessChanged(Creator creator) {
        if (changedCreators.add(creator)) {
            creator.touch(now);
        }
        Tier former = creator.assess(scheme);
        if (former != creator.tier()) {
            events.add(CreatorEvent.tierChanged(creator, former, now));
        }
    }

    /** What an account was last told holds until somebody else takes its handle. */
    private void remember(Account account) {
        Sighting sighting = latest.get(account);
        boolean lostClaim = account.handleKey() == null && index.dispossessed().contains(account);
        account.remember(sighting == null || lostClaim
                ? null
                : Told.digest(sighting, account.creatorId(), creator(account.creatorId()).version()));
    }

    /** Returns whether anything of the account or its creator differs, but for the time of observation. */
    private boolean settleKnown(Before known) {
        Account account = known.account();
        Creator creator = creator(account.creatorId());
        boolean altered = !known.content().equals(content(creator, account));
        if (!altered && known.observedAt().equals(account.observedAt())) {
            return false;
        }
        changedAccounts.add(account);
        assessChanged(creator);
        return altered;
    }

    private Creator creator(UUID id) {
        Creator creator = creators.get(id);
        if (creator == null) {
            throw new IllegalStateException("An account's creator was not loaded with it: " + id);
        }
        return creator;
    }

    /** Returns the creators to insert. */
    Collection<Creator> newCreators() {
        return newCreators;
    }

    /** Returns the creators to update. */
    Collection<Creator> changedCreators() {
        return changedCreators;
    }

    /** Returns the accounts to insert, of new creators and of known ones. */
    Collection<Account> newAccounts() {
        return met;
    }

    /** Returns the accounts to update. */
    Collection<Account> changedAccounts() {
        return changedAccounts;
    }

    /** Returns the accounts whose claim to a handle the database must forget before it stores any new one. */
    Collection<Account> dispossessed() {
        return index.dispossessed();
    }

    /** Returns each change of an account's counts, in order. */
    List<FigureChange> figureChanges() {
        return figureChanges;
    }

    /** Returns what the other services are to be told. */
    List<OutboxEvent> events() {
        return events;
    }

    private static Content content(Creator creator, Account account) {
        return new Content(creator.revision(), creator.discoveredVia(), account.facts(), account.handleKey());
    }

    private record Content(CreatorRevision revision, DiscoveredVia via, AccountFacts facts, @Nullable String handleKey) {}

    private record Before(Account account, Content content, Instant observedAt) {}
}
