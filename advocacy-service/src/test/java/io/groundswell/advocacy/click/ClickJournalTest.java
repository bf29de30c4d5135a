package io.groundswell.advocacy.click;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClickJournalTest {
    @TempDir
    Path directory;

    @Test
    void everyClickIsReadAsItWasWritten() throws IOException {
        // Given
        List<Click> clicks = List.of(click("Mozilla/5.0 (X11; Linux) ☕"), click(""), click("x".repeat(512)));

        // When
        Path segment = write(clicks);

        // Then
        assertEquals(clicks, read(segment));
    }

    @Test
    void anEndlessUserAgentIsShortened() throws IOException {
        // Given
        Click click = click("語".repeat(100_000));

        // When
        Path segment = write(List.of(click));

        // Then
        assertEquals("語".repeat(512), read(segment).getFirst().userAgent());
    }

    @Test
    void aFileCutAtAnyByteKeepsEveryClickThatWasComplete() throws IOException {
        // Given
        List<Click> clicks = List.of(click("one"), click("Mozilla/5.0 ü"), click(""), click("four"));
        byte[] whole = Files.readAllBytes(write(clicks));
        List<Integer> ends = ends(clicks);

        for (int length = 0; length <= whole.length; length++) {
            Path cut = directory.resolve("cut");
            Files.write(cut, Arrays.copyOf(whole, length));

            // When
            List<Click> read = read(cut);

            // Then
            int bytes = length;
            int complete = (int) ends.stream().filter(end -> end <= bytes).count();
            assertEquals(clicks.subList(0, complete), read, "cut at byte " + length);
        }
    }

    @Test
    void aDamagedByteNeverMakesAClickThatWasNotWritten() throws IOException {
        // Given
        List<Click> clicks = List.of(click("one"), click("two"), click("three"));
        byte[] whole = Files.readAllBytes(write(clicks));

        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x41;
            Path file = Files.write(directory.resolve("damaged"), damaged);

            // When
            List<Click> read = read(file);

            // Then
            assertEquals(clicks.subList(0, read.size()), read, "damaged at byte " + at);
            assertTrue(read.size() < clicks.size(), "damage at byte " + at + " goes unnoticed");
        }
    }

    @Test
    void aFileOfManyTimesTheBufferIsReadInBatches() throws IOException {
        // Given
        List<Click> clicks = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            clicks.add(click("agent ".repeat(i % 80)));
        }
        Path segment = write(clicks);
        List<Click> read = new ArrayList<>();

        // When
        try (SegmentReader reader = new SegmentReader(segment)) {
            for (List<Click> batch = reader.next(700); !batch.isEmpty(); batch = reader.next(700)) {
                read.addAll(batch);
            }
        }

        // Then
        assertEquals(clicks, read);
    }

    @Test
    void whatAKilledProcessLeftIsSealedAndNeverAppendedTo() throws IOException {
        // Given
        Click before = click("before");
        ClickJournal killed = ClickJournal.open(directory);
        killed.append(before);
        killed.close(); // frees the lock as the kernel does; nothing else happens on close
        Path left = onlySegment();
        Files.write(left, new byte[]{0, 0, 0, 99, 1, 2}, StandardOpenOption.APPEND);
        Click after = click("after");

        // When
        try (ClickJournal journal = ClickJournal.open(directory)) {
            journal.append(after);
            journal.seal();
            List<Path> sealed = journal.sealed();

            // Then
            assertEquals(2, sealed.size());
            assertEquals(List.of(before), read(sealed.get(0)));
            assertEquals(List.of(after), read(sealed.get(1)));
        }
    }

    @Test
    void anEmptySegmentIsNotSealed() throws IOException {
        // Given
        try (ClickJournal journal = ClickJournal.open(directory)) {
            // When
            journal.seal();

            // Then
            assertEquals(List.of(), journal.sealed());
        }
    }

    @Test
    void twoProcessesCannotKeepOneJournal() throws IOException {
        // Given
        try (ClickJournal first = ClickJournal.open(directory)) {
            assertFalse(first.sealed().iterator().hasNext());

            // When
            IOException refused = assertThrows(IOException.class, () -> ClickJournal.open(directory));

            // Then
            assertTrue(String.valueOf(refused.getMessage()).contains(directory.toString()));
        }
    }

    private Path write(List<Click> clicks) throws IOException {
        try (ClickJournal journal = ClickJournal.open(directory.resolve("journal"))) {
            for (Click click : clicks) {
                journal.append(click);
            }
            journal.seal();
            return journal.sealed().getLast();
        }
    }

    private Path onlySegment() throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".journal")).findFirst().orElseThrow();
        }
    }

    private static List<Click> read(Path segment) throws IOException {
        try (SegmentReader reader = new SegmentReader(segment)) {
            return reader.next(Integer.MAX_VALUE);
        }
    }

    private List<Integer> ends(List<Click> clicks) throws IOException {
        List<Integer> ends = new ArrayList<>();
        for (int i = 1; i <= clicks.size(); i++) {
            ends.add((int) Files.size(write(clicks.subList(0, i))));
        }
        return ends;
    }

    private static Click click(String userAgent) {
        return new Click(UUID.randomUUID(), "demo", UUID.randomUUID(), UUID.randomUUID(),
                Instant.parse("2026-05-04T09:30:00.123Z"), userAgent);
    }
}
