package io.groundswell.creator.creator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.groundswell.creator.creator.Seen.Outcome;
import io.groundswell.creator.tier.Tier;
import io.groundswell.creator.tier.TierBand;
import io.groundswell.creator.tier.TierScheme;
import io.groundswell.kit.workspace.Workspace;

class SightingBatchTest {
    private static final Workspace WORKSPACE = new Workspace("acme");
    private static final TierScheme SCHEME = new TierScheme("test",
            List.of(new TierBand(Tier.NANO, 9_999L), new TierBand(Tier.MEGA, null)));
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final List<Creator> known = new ArrayList<>();

    @Test
    void anAccountKnownByHandleTakesTheIdItIsSeenWith() {
        // Given
        Seen first = see(sighting("mila", null, 0, 100L)).getFirst();

        // When
        List<Seen> later = see(sighting("Mila", "42", 1, 110L), sighting(null, "42", 2, 120L));

        // Then
        assertEquals(List.of(first.accountId(), first.accountId()), later.stream().map(Seen::accountId).toList());
        assertEquals(120L, account(first).facts().followers());
    }

    @Test
    void anAccountKnownByIdTakesTheHandleItIsSeenWith() {
        // Given
        Seen first = see(sighting(null, "42", 0, 100L)).getFirst();

        // When
        List<Seen> later = see(sighting("mila", "42", 1, null), sighting("mila", null, 2, null));

        // Then
        assertEquals(List.of(first.accountId(), first.accountId()), later.stream().map(Seen::accountId).toList());
    }

    @Test
    void twoIdsUnderOneHandleAreTwoAccountsAndTheLaterKeepsTheHandle() {
        // Given
        Seen former = see(sighting("mila", "42", 0, null)).getFirst();

        // When
        List<Seen> later = see(sighting("mila", "43", 1, null), sighting("mila", null, 2, null));

        // Then
        assertNotEquals(former.accountId(), later.getFirst().accountId());
        assertEquals(later.getFirst().accountId(), later.getLast().accountId());
        assertNull(account(former).handleKey());
    }

    @Test
    void anEarlierSightingOfAnotherIdDoesNotTakeTheHandleAway() {
        // Given
        Seen holder = see(sighting("mila", "42", 5, null)).getFirst();

        // When
        List<Seen> seen = see(sighting("mila", "43", 1, null), sighting("mila", null, 6, null));

        // Then
        assertEquals(holder.accountId(), seen.getLast().accountId());
    }

    @Test
    void aRenamedAccountGivesItsFormerHandleFree() {
        // Given
        Seen first = see(sighting("mila", "42", 0, null)).getFirst();

        // When
        List<Seen> later = see(sighting("mila.pours", "42", 1, null), sighting("mila", null, 2, null));

        // Then
        assertEquals(first.accountId(), later.getFirst().accountId());
        assertEquals(Outcome.CREATED, later.getLast().outcome());
    }

    @Test
    void twoAccountsThatSwapHandlesKeepTheirIds() {
        // Given
        List<Seen> before = see(sighting("mila", "42", 0, null), sighting("noor", "43", 0, null));

        // When
        List<Seen> after = see(sighting("noor", "42", 1, null), sighting("mila", "43", 1, null));

        // Then
        assertEquals(before.stream().map(Seen::accountId).toList(), after.stream().map(Seen::accountId).toList());
        assertEquals("noor", account(after.getFirst()).handleKey());
        assertEquals("mila", account(after.getLast()).handleKey());
    }

    @Test
    void figuresMoveOnlyForwardInObservedTime() {
        // Given
        Seen first = see(sighting("mila", null, 5, 100L)).getFirst();

        // When
        List<Seen> seen = see(sighting("mila", null, 3, 90L), sighting("mila", null, 7, 120L), sighting("mila", null, 6, 110L));

        // Then
        assertEquals(List.of(Outcome.UNCHANGED, Outcome.UPDATED, Outcome.UNCHANGED), seen.stream().map(Seen::outcome).toList());
        assertEquals(120L, account(first).facts().followers());
    }

    @Test
    void whatASightingDoesNotTellKeepsItsValue() {
        // Given
        Seen first = see(sighting("mila", null, 0, 100L)).getFirst();

        // When
        see(sighting("mila", null, 1, null));

        // Then
        assertEquals(100L, account(first).facts().followers());
    }

    @Test
    void whatTheProfileShowsIsKeptLikeAnyFigure() {
        // Given
        AccountProfile shown = new AccountProfile(Network.X, "mila", null, null, null, null, null, null, null, null, null, null,
                null, true, NOON.minusSeconds(60), "mila.example", null);
        Seen first = see(new Sighting(shown, null, DiscoveredVia.HASHTAG, NOON, true, null)).getFirst();

        // When
        see(new Sighting(AccountProfile.of(Network.X, "mila", null), null, DiscoveredVia.HASHTAG, NOON.plusSeconds(1), true,
                null));

        // Then
        AccountFacts facts = account(first).facts();
        assertEquals(true, facts.hasPicture());
        assertEquals(NOON.minusSeconds(60), facts.joinedAt());
        assertEquals("https://mila.example", facts.website());
    }

    @Test
    void linesThatContradictEachOtherAreUnchangedTheSecondTime() {
        // Given
        Sighting one = undated("mila", 100L, NOON);
        Sighting other = undated("mila", 120L, NOON);
        see(one, other);

        // When
        List<Seen> again = see(undated("mila", 100L, NOON.plusSeconds(60)), undated("mila", 120L, NOON.plusSeconds(60)));

        // Then
        assertEquals(List.of(Outcome.UNCHANGED, Outcome.UNCHANGED), again.stream().map(Seen::outcome).toList());
    }

    @Test
    void theClosestDiscoveryWins() {
        // Given
        Seen first = see(via("mila", DiscoveredVia.HASHTAG)).getFirst();

        // When
        see(via("mila", DiscoveredVia.IMPORT), via("mila", DiscoveredVia.MENTION), via("mila", DiscoveredVia.CUSTOMER));

        // Then
        assertEquals(DiscoveredVia.MENTION, creator(first).discoveredVia());
    }

    @Test
    void aNewTierIsToldOnce() {
        // Given
        see(sighting("mila", null, 0, 9_000L));
        SightingBatch batch = batch();

        // When
        batch.see(List.of(sighting("mila", null, 1, 9_500L), sighting("mila", null, 2, 12_000L)));

        // Then
        assertEquals(List.of("creator.tier-changed"), batch.events().stream().map(event -> event.type()).toList());
    }

    @Test
    void whoOptedOutIsNoLongerFollowed() {
        // Given
        Seen first = see(sighting("mila", null, 0, 100L)).getFirst();
        creator(first).enter(Stage.OPTED_OUT, NOON);
        SightingBatch batch = batch();

        // When
        List<Seen> seen = batch.see(List.of(sighting("mila", null, 1, 200L)));

        // Then
        assertEquals(Outcome.OPTED_OUT, seen.getFirst().outcome());
        assertTrue(batch.changedAccounts().isEmpty());
    }

    @Test
    void aNameThatSomebodyChangedStays() {
        // Given
        Seen first = see(sighting("mila", "42", 0, null)).getFirst();
        creator(first).revise(new CreatorRevision("Mila of the harbour", CreatorKind.EXTERNAL, List.of(), null), NOON);

        // When
        see(sighting("mila.pours", "42", 1, null));

        // Then
        assertEquals("Mila of the harbour", creator(first).revision().displayName());
    }

    private List<Seen> see(Sighting... sightings) {
        SightingBatch batch = batch();
        List<Seen> seen = batch.see(List.of(sightings));
        known.addAll(batch.newCreators());
        return seen;
    }

    private SightingBatch batch() {
        return new SightingBatch(WORKSPACE, SCHEME, known, ErasedAmong.NOBODY, NOON);
    }

    private Creator creator(Seen seen) {
        return known.stream().filter(creator -> creator.id().equals(seen.creatorId())).findFirst().orElseThrow();
    }

    private Account account(Seen seen) {
        return creator(seen).accounts().stream().filter(account -> account.id().equals(seen.accountId())).findFirst()
                .orElseThrow();
    }

    private static Sighting sighting(@Nullable String handle, @Nullable String id, int minute, @Nullable Long followers) {
        return new Sighting(profile(handle, id, followers), null, DiscoveredVia.HASHTAG, NOON.plusSeconds(60L * minute), true,
                null);
    }

    private static Sighting undated(String handle, long followers, Instant at) {
        return new Sighting(profile(handle, null, followers), null, DiscoveredVia.IMPORT, at, false, null);
    }

    private static Sighting via(String handle, DiscoveredVia via) {
        return new Sighting(profile(handle, null, null), null, via, NOON, true, null);
    }

    private static AccountProfile profile(@Nullable String handle, @Nullable String id, @Nullable Long followers) {
        AccountProfile known = AccountProfile.of(Network.INSTAGRAM, handle, id);
        return new AccountProfile(Objects.requireNonNull(known.network()), known.handle(), known.userId(), null, followers,
                null, null, null, null, null, null, null, null, null, null, null, null);
    }
}
