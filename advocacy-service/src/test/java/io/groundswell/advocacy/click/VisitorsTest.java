package io.groundswell.advocacy.click;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

class VisitorsTest {
    private static final Instant MORNING = Instant.parse("2026-05-04T07:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-05-04T21:00:00Z");
    private static final Instant NEXT_DAY = Instant.parse("2026-05-05T00:00:00Z");
    private static final UUID SHARE = UUID.randomUUID();
    private static final Map<LocalDate, byte[]> SHARED = Map.of(LocalDate.parse("2026-05-04"), salt(1),
            LocalDate.parse("2026-05-05"), salt(2));

    @Test
    void replicasWithTheSameSaltsKnowAVisitorForADay() {
        // Given
        Visitors one = agreed();
        Visitors other = agreed();

        // When
        UUID seen = one.visitor(SHARE, "198.51.100.7", "Firefox", MORNING);

        // Then
        assertEquals(seen, other.visitor(SHARE, "198.51.100.7", "Firefox", EVENING));
    }

    @Test
    void anotherDayLinkAddressOrBrowserIsAnotherVisitor() {
        // Given
        Visitors visitors = agreed();

        // When
        UUID seen = visitors.visitor(SHARE, "198.51.100.7", "Firefox", MORNING);

        // Then
        assertNotEquals(seen, visitors.visitor(SHARE, "198.51.100.7", "Firefox", NEXT_DAY));
        assertNotEquals(seen, visitors.visitor(UUID.randomUUID(), "198.51.100.7", "Firefox", MORNING));
        assertNotEquals(seen, visitors.visitor(SHARE, "198.51.100.8", "Firefox", MORNING));
        assertNotEquals(seen, visitors.visitor(SHARE, "198.51.100.7", "Chrome", MORNING));
    }

    @Test
    void withoutAnySaltTheProcessStillTellsVisitorsApart() {
        // Given
        Visitors alone = new Visitors();

        // When
        UUID seen = alone.visitor(SHARE, "198.51.100.7", "Firefox", MORNING);

        // Then
        assertEquals(seen, alone.visitor(SHARE, "198.51.100.7", "Firefox", EVENING));
        assertNotEquals(seen, new Visitors().visitor(SHARE, "198.51.100.7", "Firefox", MORNING));
    }

    private static Visitors agreed() {
        Visitors visitors = new Visitors();
        visitors.use(SHARED);
        return visitors;
    }

    private static byte[] salt(int seed) {
        byte[] salt = new byte[Visitors.SALT_BYTES];
        salt[0] = (byte) seed;
        return salt;
    }
}
