package io.groundswell.campaign.rights.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.groundswell.campaign.rights.link.ClaimLinks.Claim;
import io.groundswell.kit.paging.CursorScope;
import io.groundswell.kit.paging.Cursors;
import io.groundswell.kit.workspace.Workspace;

import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class ClaimLinksTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final Claim CLAIM = new Claim(new Workspace("harbour"),
            UUID.fromString("0199c5a1-0000-7000-8000-000000000001"),
            Instant.parse("2026-05-11T00:00:00Z"));
    private final ClaimLinks links = new ClaimLinks(KEY, "https://groundswell.example/");

    @Property
    @Label("A token says what it was made for")
    void roundTrip(@ForAll long request, @ForAll @LongRange(min = 0, max = 99_999_999_999L) long until) {
        // Given
        var claim = new Claim(new Workspace("w-1"), new UUID(request, ~request), Instant.ofEpochSecond(until));

        // When
        Claim read = links.read(links.token(claim));

        // Then
        assertEquals(claim, read);
    }

    @Property
    @Label("A token with any other character at any place leads nowhere")
    void forged(@ForAll @IntRange(min = 0, max = 95) int place, @ForAll char other) {
        // Given
        String token = links.token(CLAIM);
        int at = place % token.length();
        String forged = token.substring(0, at) + other + token.substring(at + 1);

        // When
        Claim read = links.read(forged);

        // Then
        assertEquals(forged.equals(token) ? CLAIM : null, read);
    }

    @Property
    @Label("No text is a token by chance, and none fails")
    void garbage(@ForAll String text) {
        // When
        Claim read = links.read(text);

        // Then
        assertNull(read);
    }

    @Test
    @DisplayName("Neither another installation's token nor a cursor of the same key is one")
    void otherKeysAndPurposes() {
        // Given
        byte[] other = new byte[32];
        other[0] = 1;
        String foreign = new ClaimLinks(Base64.getEncoder().encodeToString(other), "https://x.example").token(CLAIM);
        String cursor = new Cursors(KEY).seal(CursorScope.of("harbour", "listPosts"), List.of("a".repeat(60)));

        // When
        boolean isRead = links.read(foreign) != null || links.read(cursor) != null;

        // Then
        assertEquals(false, isRead);
        assertTrue(links.address(CLAIM).startsWith("https://groundswell.example/v1/claims/AQ"));
    }
}
