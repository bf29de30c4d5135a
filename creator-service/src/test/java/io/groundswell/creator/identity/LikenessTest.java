package io.groundswell.creator.identity;

import static io.groundswell.creator.identity.EvidenceKind.LINK;
import static io.groundswell.creator.identity.EvidenceKind.LINK_BACK;
import static io.groundswell.creator.identity.EvidenceKind.OTHER_COUNTRY;
import static io.groundswell.creator.identity.EvidenceKind.SAME_EMAIL;
import static io.groundswell.creator.identity.EvidenceKind.SAME_HANDLE;
import static io.groundswell.creator.identity.EvidenceKind.SAME_NAME;
import static io.groundswell.creator.identity.EvidenceKind.SAME_NETWORK;
import static io.groundswell.creator.identity.EvidenceKind.SAME_SHORT_HANDLE;
import static io.groundswell.creator.identity.EvidenceKind.SAME_WEBSITE;
import static io.groundswell.creator.identity.EvidenceKind.SIMILAR_HANDLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.groundswell.creator.creator.Network;
import io.groundswell.creator.identity.DuplicateModel.Weight;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LikenessTest {
    private static final DuplicateModel MODEL = new DuplicateModel("test", -4, 0.3, Map.of(SAME_EMAIL, new Weight(7, 0), LINK,
            new Weight(4.5, 0), LINK_BACK, new Weight(2.5, 0), SAME_WEBSITE, new Weight(4, 0), SAME_HANDLE, new Weight(4, 7),
            SAME_SHORT_HANDLE, new Weight(2, 0), SIMILAR_HANDLE, new Weight(2, 0.92), SAME_NAME, new Weight(1.5, 0),
            SAME_NETWORK,
            new Weight(-1.5, 0), OTHER_COUNTRY, new Weight(-1, 0)));

    @Test
    void aProfileThatNamesTheOtherIsTold() {
        // Given
        Person mila = person(Set.of(), account(Network.INSTAGRAM, "mila.pours", null, "Cups | TikTok: @mila_clay", null, null));
        Person clay = person(Set.of(), account(Network.TIKTOK, "Mila_Clay", null, null, null, null));

        // When
        List<Evidence> evidence = Likeness.of(mila, clay, MODEL);

        // Then
        assertEquals(List.of(new Evidence(LINK, 4.5,
                "The profile of INSTAGRAM mila.pours names \"@mila_clay\", which is TIKTOK Mila_Clay")), evidence);
        assertEquals(0.6225, MODEL.probability(evidence));
    }

    @Test
    void linksInBothDirectionsAreTwoThings() {
        // Given
        Person mila = person(Set.of(), account(Network.INSTAGRAM, "milapours", null, "@clay", null, null));
        Person clay = person(Set.of(),
                account(Network.TIKTOK, "clay", null, null, null, "https://instagram.com/milapours"));

        // When
        List<EvidenceKind> kinds = kinds(mila, clay);

        // Then
        assertEquals(List.of(LINK, LINK_BACK), kinds);
    }

    @Test
    void oneHandleOnTwoNetworksWeighsByItsLength() {
        // When
        List<List<EvidenceKind>> kinds = List.of(kinds(on(Network.X, "Mila.Pours"), on(Network.TIKTOK, "mila.pours")),
                kinds(on(Network.X, "mila"), on(Network.TIKTOK, "MILA")),
                kinds(on(Network.X, "mila.pours"), on(Network.TIKTOK, "mila_pours")),
                kinds(on(Network.X, "mila.pours"), on(Network.TIKTOK, "noor.brews")));

        // Then
        assertEquals(List.of(List.of(SAME_HANDLE), List.of(SAME_SHORT_HANDLE), List.of(SIMILAR_HANDLE), List.of()), kinds);
    }

    @Test
    void whatSpeaksAgainstIsWeighedToo() {
        // Given
        Person one = person(Set.of("ab"), account(Network.X, "mila", "Mila  Vos", null, "NL", "https://www.mila.example/"));
        Person other = person(Set.of("ab"), account(Network.X, "vos", "MILA VOS", null, "SE", "http://mila.example"));

        // When
        List<EvidenceKind> kinds = kinds(one, other);

        // Then
        assertEquals(List.of(SAME_EMAIL, SAME_WEBSITE, SAME_NAME, SAME_NETWORK, OTHER_COUNTRY), kinds);
    }

    @Test
    void strangersAreNotMadeUnlikelyByWhatSpeaksAgainst() {
        // When
        List<EvidenceKind> kinds = kinds(on(Network.X, "mila"), on(Network.X, "noor.brews"));

        // Then
        assertEquals(List.of(), kinds);
    }

    @Property(tries = 300)
    void theProbabilityIsTheSumOfWhatIsListedWhicheverIsNamedFirst(@ForAll("people") Person one,
            @ForAll("people") Person other) {
        // When
        List<Evidence> there = Likeness.of(one, other, MODEL);
        List<Evidence> back = Likeness.of(other, one, MODEL);

        // Then
        assertEquals(there.stream().map(Evidence::kind).toList(), back.stream().map(Evidence::kind).toList());
        double sum = MODEL.prior() + there.stream().mapToDouble(Evidence::weight).sum();
        assertEquals(1 / (1 + Math.exp(-sum)), MODEL.probability(there), 0.00006);
        assertEquals(MODEL.probability(there), MODEL.probability(back));
    }

    @Property(tries = 200)
    void everyMoreThatSpeaksForItMakesItLikelier(@ForAll("evidence") List<Evidence> evidence) {
        // Given
        List<Evidence> more = new ArrayList<>(evidence);
        more.add(new Evidence(SAME_NAME, 1.5, "one more"));

        // When
        double likelier = MODEL.probability(more);

        // Then
        assertTrue(likelier >= MODEL.probability(evidence));
    }

    @Property(tries = 300)
    void whoeverIsLikelyOnePersonHasAKeyInCommon(@ForAll("people") Person one, @ForAll("people") Person other) {
        // Given
        boolean isLikely = MODEL.probability(Likeness.of(one, other, MODEL)) >= MODEL.leastProbability();

        // When
        boolean meet = meet(one, other);

        // Then
        assertTrue(meet || !isLikely, () -> Likeness.of(one, other, MODEL).toString());
    }

    private static boolean meet(Person one, Person other) {
        Set<BlockingKey> keys = BlockingKey.of(one);
        return BlockingKey.of(other).stream().anyMatch(key -> switch (key.kind()) {
            case HANDLE -> keys.contains(key) || keys.contains(new BlockingKey(BlockingKey.Kind.MENTION, key.key()));
            case MENTION -> keys.contains(new BlockingKey(BlockingKey.Kind.HANDLE, key.key()));
            case FACTS -> false;
            case START, NAME, WEBSITE, EMAIL -> keys.contains(key);
        });
    }

    @Provide
    Arbitrary<Person> people() {
        Arbitrary<String> handles = Arbitraries.of("mila", "mila.pours", "mila_pours", "milapours.official", "noor");
        Arbitrary<KnownAccount> accounts = Combinators.combine(Arbitraries.of(Network.class), handles,
                Arbitraries.of("Mila Vos", "Noor B").injectNull(0.4),
                Arbitraries.of("@noor", "x.com/mila.pours", "cups").injectNull(0.5), Arbitraries.of("NL", "SE").injectNull(0.5),
                Arbitraries.of("https://mila.example", "https://noor.example/").injectNull(0.5)).as(KnownAccount::new);
        return Combinators.combine(accounts.list().ofMinSize(1).ofMaxSize(3),
                Arbitraries.of("ab", "cd").set().ofMaxSize(2)).as((all, emails) -> new Person(UUID.randomUUID(), all, emails));
    }

    @Provide
    Arbitrary<List<Evidence>> evidence() {
        return Arbitraries.of(EvidenceKind.class)
                .map(kind -> new Evidence(kind, MODEL.weights().getOrDefault(kind, new Weight(0, 0)).value(), "x"))
                .list().ofMaxSize(6);
    }

    private static List<EvidenceKind> kinds(Person one, Person other) {
        return Likeness.of(one, other, MODEL).stream().map(Evidence::kind).collect(Collectors.toList());
    }

    private static Person on(Network network, String handle) {
        return person(Set.of(), account(network, handle, null, null, null, null));
    }

    private static Person person(Set<String> emails, KnownAccount... accounts) {
        return new Person(UUID.randomUUID(), Arrays.asList(accounts), emails);
    }

    private static KnownAccount account(Network network, String handle, @Nullable String name, @Nullable String bio,
            @Nullable String country, @Nullable String website) {
        return new KnownAccount(network, handle, name, bio, country, website);
    }
}
