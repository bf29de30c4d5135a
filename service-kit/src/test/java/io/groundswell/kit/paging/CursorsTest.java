package io.groundswell.kit.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.groundswell.kit.problem.ProblemException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class CursorsTest {
    private static final Cursors CURSORS = new Cursors(key('k'));
    private static final CursorScope SCOPE = CursorScope.of("acme", "listPosts").with("state", "PENDING");

    @Property(tries = 300)
    void whatWasSealedOpensInItsScope(@ForAll("cursors") Cursor cursor) {
        // When
        Cursor opened = CURSORS.open(SCOPE, CURSORS.seal(SCOPE, cursor));

        // Then
        assertEquals(cursor, opened);
    }

    @Property(tries = 300)
    void aCursorNeedsNoEscapingInAUrl(@ForAll("cursors") Cursor cursor) {
        // When
        String text = CURSORS.seal(SCOPE, cursor);

        // Then
        assertTrue(text.matches("[A-Za-z0-9_-]+"), text);
    }

    @Property(tries = 500)
    void noChangedCharacterOpens(@ForAll("cursors") Cursor cursor, @ForAll int at, @ForAll char character) {
        // Given
        String text = CURSORS.seal(SCOPE, cursor);
        StringBuilder forged = new StringBuilder(text);
        forged.setCharAt(Math.floorMod(at, text.length()), character);

        // When
        boolean opens = opens(CURSORS, SCOPE, forged.toString());

        // Then
        assertEquals(forged.toString().equals(text), opens);
    }

    @Property(tries = 200)
    void noPartOfACursorOpens(@ForAll("cursors") Cursor cursor, @ForAll @IntRange(min = 1, max = 60) int cut) {
        // Given
        String text = CURSORS.seal(SCOPE, cursor);
        String truncated = text.substring(0, Math.max(0, text.length() - cut));

        // When
        boolean opens = opens(CURSORS, SCOPE, truncated);

        // Then
        assertFalse(opens);
    }

    @Property(tries = 500)
    void noInventedTextOpens(@ForAll @StringLength(max = 200) String text) {
        // When
        boolean opens = opens(CURSORS, SCOPE, text);

        // Then
        assertFalse(opens);
    }

    @Test
    void aCursorFitsItsWorkspaceOperationAndFilterOnly() {
        // Given
        String text = CURSORS.seal(SCOPE, List.of("2026-01-01", "7"));

        // When
        List<Boolean> opened = List.of(opens(CURSORS, CursorScope.of("other", "listPosts").with("state", "PENDING"), text),
                opens(CURSORS, CursorScope.of("acme", "listOthers").with("state", "PENDING"), text),
                opens(CURSORS, CursorScope.of("acme", "listPosts").with("state", "APPROVED"), text),
                opens(CURSORS, CursorScope.of("acme", "listPosts"), text), opens(CURSORS, SCOPE.with("network", "X"), text),
                opens(new Cursors(key('q')), SCOPE, text));

        // Then
        assertEquals(Collections.nCopies(6, false), opened);
    }

    @Test
    void theOrderOfFiltersAndAbsentOnesDoNotMatter() {
        // Given
        String text = CURSORS.seal(SCOPE.with("network", "X"), List.of("7"));

        // When
        boolean opens = opens(CURSORS, CursorScope.of("acme", "listPosts").with("network", "X").with("campaignId", null)
                .with("state", "PENDING"), text);

        // Then
        assertTrue(opens);
    }

    @Property(tries = 200)
    void scopesWhosePartsRunTogetherDiffer(@ForAll @StringLength(max = 8) String a, @ForAll @StringLength(max = 8) String b) {
        // When
        CursorScope one = CursorScope.of("acme", "list").with("f", a + b).with("g", "");
        CursorScope two = CursorScope.of("acme", "list").with("f", a).with("g", b);

        // Then
        assertEquals(b.isEmpty(), one.equals(two));
    }

    @Property(tries = 100)
    void readingOnAndBackShowsEveryRowOnceInOrder(@ForAll @IntRange(max = 60) int rows,
            @ForAll @IntRange(min = 1, max = 25) int limit) {
        // Given
        List<Integer> table = IntStream.range(0, rows).boxed().toList();

        // When
        List<List<Integer>> forwards = new ArrayList<>();
        String cursor = null;
        String last = null;
        do {
            Page<Integer> page = read(table, limit, cursor);
            forwards.add(page.items());
            assertEquals(cursor == null || page.items().isEmpty(), page.page().prev() == null);
            last = page.page().prev();
            cursor = page.page().next();
        } while (cursor != null);
        List<List<Integer>> backwards = new ArrayList<>();
        while (last != null) {
            Page<Integer> page = read(table, limit, last);
            backwards.addFirst(page.items());
            last = page.page().prev();
        }

        // Then
        assertEquals(table, forwards.stream().flatMap(List::stream).toList());
        assertEquals(forwards.subList(0, forwards.size() - 1), backwards);
    }

    @Test
    void anEmptyListHasNoWayOn() {
        // When
        Page<Integer> page = read(List.of(), 20, null);

        // Then
        assertNull(page.page().next());
        assertNull(page.page().prev());
    }

    @Test
    void aMissingShortOrBrokenKeyIsRefusedWithWhatToDo() {
        for (String bad : List.of("", Base64.getEncoder().encodeToString(new byte[31]), "not base64!")) {
            // When
            IllegalStateException refused = assertThrows(IllegalStateException.class, () -> new Cursors(bad));

            // Then
            String message = String.valueOf(refused.getMessage());
            assertTrue(message.contains("GROUNDSWELL_SIGNING_KEY") && message.contains("openssl rand -base64 32"), message);
            assertTrue(bad.isEmpty() || !message.contains(bad), "the key itself must not be shown");
        }
    }

    @Provide
    Arbitrary<Cursor> cursors() {
        Arbitrary<List<String>> keys = Arbitraries.strings().all().ofMaxLength(40).filter(CursorsTest::isUnicode).list()
                .ofMinSize(1).ofMaxSize(4);
        return keys.flatMap(
                list -> Arbitraries.of(Cursor.Direction.class).map(direction -> new Cursor(direction, list)));
    }

    /** Keys come from PostgreSQL text, which has no lone surrogates. */
    private static boolean isUnicode(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** Reads numbers in ascending order as a query would. */
    private static Page<Integer> read(List<Integer> table, int limit, @Nullable String text) {
        Cursor at = CURSORS.openIfPresent(SCOPE, text);
        List<Integer> rows = at == null
                ? table
                : at.backwards()
                        ? table.reversed().stream().filter(row -> row < key(at)).toList()
                        : table.stream().filter(row -> row > key(at)).toList();
        Limit size = new Limit(limit);
        return CURSORS.page(SCOPE, at, size, rows.subList(0, Math.min(rows.size(), size.rows())),
                row -> List.of(String.valueOf(row)), row -> row);
    }

    private static int key(Cursor at) {
        return Integer.parseInt(at.keys().getFirst());
    }

    private static boolean opens(Cursors cursors, CursorScope scope, String text) {
        try {
            cursors.open(scope, text);
            return true;
        } catch (ProblemException e) {
            assertEquals("invalid-cursor", e.type().code());
            return false;
        }
    }

    private static String key(char c) {
        return Base64.getEncoder().encodeToString(String.valueOf(c).repeat(32).getBytes(StandardCharsets.US_ASCII));
    }
}
