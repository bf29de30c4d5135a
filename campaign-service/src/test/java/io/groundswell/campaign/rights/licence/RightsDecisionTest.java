package io.groundswell.campaign.rights.licence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RightsDecisionTest {
    private static final Instant T = Instant.parse("2026-06-01T00:00:00Z");
    private static final List<String> COUNTRIES = List.of("DE", "AT", "JP");

    @Property
    @Label("A use is permitted exactly when one grant permits all of it")
    void oneGrantPermitsAll(@ForAll("grants") List<GrantedRights> grants, @ForAll("uses") RightsUse use) {
        // When
        RightsDecision decision = RightsDecision.decide(grants, use);

        // Then
        assertEquals(grants.stream().anyMatch(grant -> permits(grant, use)), decision.allowed());
        assertEquals(decision.allowed(), decision.clause() == Clause.PERMITTED);
    }

    @Property
    @Label("Adding a grant, an action, a channel or everywhere never turns allowed into denied")
    void morePermissionsNeverDeny(@ForAll("grants") List<GrantedRights> grants, @ForAll("grant") GrantedRights more,
            @ForAll("uses") RightsUse use, @ForAll RightsAction action, @ForAll Channel channel) {
        // Given
        boolean before = RightsDecision.decide(grants, use).allowed();
        List<GrantedRights> widened = new ArrayList<>(grants.stream().map(grant -> widened(grant, action, channel)).toList());
        widened.add(more);

        // When
        boolean after = RightsDecision.decide(widened, use).allowed();

        // Then
        assertTrue(after || !before);
    }

    @Property
    @Label("Whatever a grant says, nothing is permitted at its end or later")
    void theEndIsTheEnd(@ForAll("grant") GrantedRights grant, @ForAll("uses") RightsUse use) {
        // Given
        var ended = new GrantedRights(grant.id(), grant.state(), grant.actions(), grant.channels(), grant.territories(),
                grant.startsAt(), use.at());

        // When
        boolean allowed = RightsDecision.decide(List.of(ended), use).allowed();

        // Then
        assertFalse(allowed);
    }

    @Test
    @DisplayName("Without a grant, everything is denied")
    void defaultDeny() {
        // When
        RightsDecision decision = RightsDecision.decide(List.of(),
                new RightsUse(RightsAction.DISPLAY, Channel.WEBSITE, "DE", T));

        // Then
        assertFalse(decision.allowed());
        assertEquals(Clause.NO_GRANT, decision.clause());
    }

    @Test
    @DisplayName("Two grants that permit half each permit nothing together")
    void halvesAreNotPutTogether() {
        // Given
        GrantedRights display = grant(EnumSet.of(RightsAction.DISPLAY), EnumSet.of(Channel.EMAIL), Set.of());
        GrantedRights website = grant(EnumSet.of(RightsAction.EDIT), EnumSet.of(Channel.WEBSITE), Set.of());

        // When
        RightsDecision decision = RightsDecision.decide(List.of(display, website),
                new RightsUse(RightsAction.DISPLAY, Channel.WEBSITE, "DE", T));

        // Then
        assertEquals(Clause.CHANNEL, decision.clause());
        assertEquals(display.id(), decision.grantId());
    }

    @Test
    @DisplayName("A use that can be seen everywhere is not permitted by a grant for some countries")
    void everywhereIsMoreThanSomewhere() {
        // Given
        GrantedRights germany = grant(EnumSet.of(RightsAction.DISPLAY), EnumSet.of(Channel.WEBSITE), Set.of("DE"));

        // When
        RightsDecision decision = RightsDecision.decide(List.of(germany),
                new RightsUse(RightsAction.DISPLAY, Channel.WEBSITE, null, T));

        // Then
        assertEquals(Clause.TERRITORY, decision.clause());
    }

    private static boolean permits(GrantedRights grant, RightsUse use) {
        return (grant.state() == GrantState.ACTIVE || grant.state() == GrantState.EXPIRING)
                && grant.actions().contains(use.action()) && grant.channels().contains(use.channel())
                && (grant.territories().isEmpty() || (use.territory() != null && grant.territories().contains(use.territory())))
                && grant.startsAt().compareTo(use.at()) <= 0
                && (grant.endsAt() == null || use.at().compareTo(grant.endsAt()) < 0);
    }

    private static GrantedRights widened(GrantedRights grant, RightsAction action, Channel channel) {
        Set<RightsAction> actions = new HashSet<>(grant.actions());
        actions.add(action);
        Set<Channel> channels = new HashSet<>(grant.channels());
        channels.add(channel);
        return new GrantedRights(grant.id(), grant.state(), actions, channels, Set.of(), grant.startsAt(), grant.endsAt());
    }

    private static GrantedRights grant(Set<RightsAction> actions, Set<Channel> channels, Set<String> territories) {
        return new GrantedRights(UUID.randomUUID(), GrantState.ACTIVE, actions, channels, territories, T, null);
    }

    @Provide
    Arbitrary<List<GrantedRights>> grants() {
        return grant().list().ofMaxSize(4);
    }

    @Provide
    Arbitrary<GrantedRights> grant() {
        return Combinators.combine(Arbitraries.of(GrantState.class), Arbitraries.of(RightsAction.class).set().ofMinSize(1),
                Arbitraries.of(Channel.class).set().ofMinSize(1), Arbitraries.of(COUNTRIES).set(), times(),
                times().injectNull(0.3)).as(
                        (state, actions, channels, territories, start, end) -> new GrantedRights(
                                UUID.randomUUID(), state, actions, channels, territories, start, end));
    }

    @Provide
    Arbitrary<RightsUse> uses() {
        return Combinators.combine(Arbitraries.of(RightsAction.class), Arbitraries.of(Channel.class),
                Arbitraries.of(COUNTRIES).injectNull(0.2), times()).as(RightsUse::new);
    }

    /** Few, so that bounds are met exactly. */
    private static Arbitrary<Instant> times() {
        return Arbitraries.integers().between(0, 4).map(days -> T.plusSeconds(86_400L * days));
    }
}
