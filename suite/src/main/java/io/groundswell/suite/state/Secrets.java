package io.groundswell.suite.state;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The passwords and keys of one suite: made when first asked for, kept in a file that only its owner can read.
 *
 * <p>
 * Safe for use by several threads of one process; a folder belongs to one suite at a time, so there is no second process.
 */
public final class Secrets {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final int RANDOM_BYTES = 32;

    private final Path file;
    private final Properties values = new Properties();
    private final SecureRandom random = new SecureRandom();

    private Secrets(Path file) {
        this.file = file;
    }

    /**
     * {@return the secrets in it}
     *
     * @param file where they are kept; need not exist yet
     */
    public static Secrets in(Path file) {
        Secrets secrets = new Secrets(file);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                secrets.values.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return secrets;
    }

    /**
     * {@return 256 random bits in letters, digits, {@code -} and {@code _}; the same for the same name from then on}
     *
     * @param name what the password is for
     */
    public String password(String name) {
        return value(name, () -> Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes()));
    }

    /**
     * {@return 256 random bits in Base64; the same for the same name from then on}
     *
     * @param name what the key is for
     */
    public String key(String name) {
        return value(name, () -> Base64.getEncoder().encodeToString(randomBytes()));
    }

    /**
     * {@return the secret, on disk before it is returned}
     *
     * @param name what the secret is for
     * @param maker makes it when it is not there yet
     */
    public synchronized String value(String name, Supplier<String> maker) {
        String known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        String made = maker.get();
        values.setProperty(name, made);
        write();
        return made;
    }

    private byte[] randomBytes() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Writes beside the file and renames, so that a crash leaves the old file or the new one, never half of one. */
    private void write() {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            try (Writer writer = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
                values.store(writer, "Passwords and keys of this suite; delete only together with the data");
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
