package io.groundswell.creator.search.index;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.apache.lucene.store.LockObtainFailedException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The directory of one workspace's indexes, each in a numbered directory of its own; the highest number is the newest. */
final class IndexFolder {
    private static final Logger LOG = Logger.getLogger(IndexFolder.class);

    private final Path folder;

    IndexFolder(Path folder) {
        this.folder = folder;
    }

    /** Begins an index with a new number. */
    Generation begin(IndexStamp stamp) throws IOException {
        List<Path> known = numbered();
        long next = known.isEmpty() ? 1 : number(known.getFirst()) + 1;
        return Generation.open(folder.resolve(Long.toString(next)), stamp);
    }

    /** Returns the numbered directories, the newest first. */
    List<Path> numbered() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(path -> path.getFileName().toString().matches("[1-9][0-9]{0,17}"))
                    .sorted(Comparator.comparingLong(IndexFolder::number).reversed()).toList();
        }
    }

    /**
     * Opens an index; returns null, and removes it, when it cannot be read: it is made of the database and can be made again.
     *
     * @throws IOException when another process has it open
     */
    static @Nullable Generation openOrRemove(Path path, IndexStamp ifNew) throws IOException {
        try {
            return Generation.open(path, ifNew);
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            LOG.warnf("The search index in %s cannot be read and is built anew: %s", path, e.toString());
            remove(path);
            return null;
        }
    }

    /** Closes an index and removes its files. */
    static void remove(Generation generation) throws IOException {
        generation.close();
        remove(generation.path());
    }

    static void remove(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static long number(Path path) {
        return Long.parseLong(path.getFileName().toString());
    }
}
