package io.groundswell.creator.creator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.tier.Tier;
import io.groundswell.creator.tier.TierBand;
import io.groundswell.creator.tier.TierScheme;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceKey;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A merge that was taken back leaves no trace, whatever was learned of the accounts meanwhile. */
class MergeAndBackTest {
    private static final Workspace WORKSPACE = new Workspace("acme");
    private static final TierScheme SCHEME = new TierScheme("test",
            List.of(new TierBand(Tier.NANO, 9_999L), new TierBand(Tier.MICRO, 100_000L), new TierBand(Tier.MEGA, null)));
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final UUID EMPLOYEE = UUID.fromString("0199c59f-0000-7000-8000-000000000007");

    @Property(tries = 300)
    void importsBetweenMergeAndUndoLeaveWhatTheyWouldHaveLeftWithoutThem(@ForAll("followed") People people,
            @ForAll("imports") List<Line> lines) {
        // Given
        Pair plain = people.pair();
        Pair merged = people.pair();
        see(plain, lines);

        // When
        Absorption absorption = merged.survivor().absorb(merged.absorbed(), SCHEME, NOON);
        see(merged, lines);
        merged.survivor().release(merged.absorbed(), absorption, SCHEME, NOON);

        // Then
        assertEquals(shown(plain.survivor()), shown(merged.survivor()));
        assertEquals(shown(plain.absorbed()), shown(merged.absorbed()));
    }

    @Property(tries = 300)
    void aMergeReactivatesNobodyWhoOptedOut(@ForAll("stages") Stage one, @ForAll("stages") Stage other) {
        // Given
        Standing first = new Standing(CreatorKind.EXTERNAL, one, DiscoveredVia.IMPORT, List.of("a", "c"), null);
        Standing second = new Standing(CreatorKind.CUSTOMER, other, DiscoveredVia.MENTION, List.of("b", "c"), EMPLOYEE);

        // When
        Standing united = first.unitedWith(second);

        // Then
        assertEquals(united, second.unitedWith(first));
        assertEquals(one == Stage.OPTED_OUT || other == Stage.OPTED_OUT, united.stage() == Stage.OPTED_OUT);
        assertEquals(CreatorKind.CUSTOMER, united.kind());
        assertEquals(DiscoveredVia.MENTION, united.discoveredVia());
        assertEquals(List.of("a", "b", "c"), united.tags());
        assertEquals(EMPLOYEE, united.employeeId());
    }

    @Property(tries = 300)
    void whatWasDecidedSinceTheMergeStays(@ForAll("standings") Standing before, @ForAll("standings") Standing other,
            @ForAll("standings") Standing now) {
        // Given
        Standing after = before.unitedWith(other);

        // When
        Standing released = now.releasedFrom(before, after);

        // Then
        assertEquals(before, after.releasedFrom(before, after));
        assertEquals(now.kind() == after.kind() ? before.kind() : now.kind(), released.kind());
        assertEquals(now.stage() == after.stage() ? before.stage() : now.stage(), released.stage());
        assertEquals(Objects.equals(now.employeeId(), after.employeeId()) ? before.employeeId() : now.employeeId(),
                released.employeeId());
        for (String tag : List.of("a", "b", "c")) {
            boolean isTouched = now.tags().contains(tag) != after.tags().contains(tag);
            assertEquals(isTouched ? now.tags().contains(tag) : before.tags().contains(tag), released.tags().contains(tag));
        }
    }

    @Property(tries = 100)
    void whoOptsOutAfterTheMergeHasOptedOutOnBothSides(@ForAll("people") People people) {
        // Given
        Pair pair = people.pair();
        Absorption absorption = pair.survivor().absorb(pair.absorbed(), SCHEME, NOON);
        if (pair.survivor().stage() != Stage.OPTED_OUT) {
            pair.survivor().enter(Stage.OPTED_OUT, NOON);
        }

        // When
        pair.survivor().release(pair.absorbed(), absorption, SCHEME, NOON);

        // Then
        assertEquals(people.survivorsStage() != Stage.OPTED_OUT && people.absorbedsStage() != Stage.OPTED_OUT
                ? List.of(Stage.OPTED_OUT, Stage.OPTED_OUT)
                : List.of(people.survivorsStage(), people.absorbedsStage()),
                List.of(pair.survivor().stage(), pair.absorbed().stage()));
    }

    @Provide
    Arbitrary<People> people() {
        return Combinators.combine(stages(), stages(), Arbitraries.of(CreatorKind.class), Arbitraries.of("Mila", "by hand"),
                Arbitraries.of("Mila 2", "by hand")).as(People::new);
    }

    /** Of whom figures are kept on both sides: during the merge a no of one holds for all accounts. */
    @Provide
    Arbitrary<People> followed() {
        return people().filter(people -> people.survivorsStage().isFollowed() && people.absorbedsStage().isFollowed());
    }

    @Provide
    Arbitrary<Stage> stages() {
        return Arbitraries.of(Stage.class).filter(stage -> stage != Stage.ERASED);
    }

    @Provide
    Arbitrary<Standing> standings() {
        return Combinators.combine(Arbitraries.of(CreatorKind.class), stages(), Arbitraries.of(DiscoveredVia.class),
                Arbitraries.subsetOf("a", "b", "c"), Arbitraries.of(EMPLOYEE, UUID.randomUUID()).injectNull(0.5)).as(
                        (kind, stage, via, tags, employee) -> new Standing(kind, stage, via,
                                tags.stream().sorted().toList(), employee));
    }

    /** What is learned of accounts: names, followers, handles that wander, at any time. Nothing closer than an import. */
    @Provide
    Arbitrary<List<Line>> imports() {
        return Combinators.combine(Arbitraries.of("1", "2", "3"), Arbitraries.of("a", "b", "c"),
                Arbitraries.of("Mila", "Noor", "Ida").injectNull(0.5), Arbitraries.longs().between(0, 200_000).injectNull(0.3),
                Arbitraries.integers().between(-2, 9)).as(Line::new).list().ofMaxSize(12);
    }

    private static void see(Pair pair, List<Line> lines) {
        List<Creator> known = new ArrayList<>(List.of(pair.survivor()));
        if (!pair.absorbed().accounts().isEmpty()) {
            known.add(pair.absorbed());
        }
        new SightingBatch(WORKSPACE, SCHEME, known, ErasedAmong.NOBODY, NOON).see(lines.stream().map(Line::sighting).toList());
    }

    private static Map<String, @Nullable Object> shown(Creator creator) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("name", creator.view().displayName());
        shown.put("standing", creator.standing());
        shown.put("tier", creator.view().tier());
        shown.put("followers", creator.followers());
        creator.accounts().stream().sorted(java.util.Comparator.comparing(account -> String.valueOf(account.facts().userId())))
                .forEach(account -> shown.put("account " + account.facts().userId(),
                        List.of(account.facts(), String.valueOf(account.handleKey()), account.observedAt())));
        return shown;
    }

    /** Two creators to be: one has account 1, the other accounts 2 and 3. */
    record People(Stage survivorsStage, Stage absorbedsStage, CreatorKind absorbedsKind, String survivorsName,
            String absorbedsName) {
        Pair pair() {
            return new Pair(creator(survivorsStage, CreatorKind.EXTERNAL, survivorsName, "1"),
                    creator(absorbedsStage, absorbedsKind, absorbedsName, "2", "3"));
        }

        private static Creator creator(Stage stage, CreatorKind kind, String name, String... userIds) {
            Creator creator = new Creator(WORKSPACE, name, kind, DiscoveredVia.IMPORT, NOON);
            for (String userId : userIds) {
                Sighting first = new Line(userId, "h" + userId, "1".equals(userId) ? "Mila" : "Mila " + userId, 100L, 0)
                        .sighting();
                creator.own(new Account(WORKSPACE, creator.id(), first));
            }
            creator.assess(SCHEME);
            CreatorView view = creator.view();
            var stored = new CreatorView(view.id(), view.displayName(), view.kind(), stage, null, view.discoveredVia(),
                    List.of("tag of " + userIds[0]), view.tier(), view.accounts(), null, view.createdAt(), view.updatedAt(), 0);
            Creator staged = new Creator(new WorkspaceKey(WORKSPACE, creator.id()), stored, creator.followers());
            creator.accounts().forEach(staged::own);
            return staged;
        }
    }

    record Pair(Creator survivor, Creator absorbed) {}

    record Line(String userId, String handle, @Nullable String name, @Nullable Long followers, int hour) {
        Sighting sighting() {
            // names of the second account may be those of the first, which is the survivor's
            String told = name == null || !userId.equals("3") ? name : name + " 3";
            var profile = new AccountProfile(Network.X, handle, userId, told, followers, null, null, null, null, null, null,
                    null,
                    null, null, null, null, null);
            return new Sighting(profile, null, DiscoveredVia.IMPORT, NOON.plusSeconds(3600L * hour), true, null);
        }
    }
}
