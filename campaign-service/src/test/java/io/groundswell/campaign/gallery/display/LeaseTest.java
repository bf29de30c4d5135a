package io.groundswell.campaign.gallery.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.groundswell.campaign.post.PublicReads;
import io.groundswell.kit.workspace.Workspace;

class LeaseTest {
    private static final long SPAN = PublicReads.LEASE.toNanos();
    /** Such clocks begin anywhere and may overflow. */
    private static final long BEGIN = Long.MAX_VALUE - SPAN / 2;

    private final Lease lease = new Lease(new Workspace("lease"));

    @Test
    @DisplayName("A lease that learnt nothing holds nothing")
    void empty() {
        // When
        boolean holds = lease.holds("", BEGIN);

        // Then
        assertFalse(holds);
    }

    @Test
    @DisplayName("It holds for its span from when the question was sent, and not a moment longer")
    void span() {
        // Given
        lease.learn("7", BEGIN);

        // When
        boolean within = lease.holds("7", BEGIN + SPAN - 1);
        boolean after = lease.holds("7", BEGIN + SPAN);

        // Then
        assertTrue(within);
        assertFalse(after);
    }

    @Test
    @DisplayName("It holds no other revision")
    void revision() {
        // Given
        lease.learn("7", BEGIN);

        // When
        boolean holds = lease.holds("6", BEGIN + 1);

        // Then
        assertFalse(holds);
    }

    @Test
    @DisplayName("An answer that overtook an earlier question is not forgotten for it")
    void overtaken() {
        // Given
        lease.learn("8", BEGIN + 10);

        // When
        lease.learn("7", BEGIN);

        // Then
        assertTrue(lease.holds("8", BEGIN + 11));
        assertFalse(lease.holds("7", BEGIN + 11));
    }

    @Test
    @DisplayName("One caller is told to renew, when half of the span is over")
    void renews() {
        // Given
        lease.learn("7", BEGIN);

        // When
        boolean early = lease.shouldRenew(BEGIN + SPAN / 4);
        boolean first = lease.shouldRenew(BEGIN + SPAN * 3 / 4);
        boolean second = lease.shouldRenew(BEGIN + SPAN * 3 / 4);

        // Then
        assertEquals("false true false", early + " " + first + " " + second);
    }
}
