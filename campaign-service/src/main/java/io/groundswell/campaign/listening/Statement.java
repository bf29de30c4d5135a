package io.groundswell.campaign.listening;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** SQL that is long enough to deserve a file, where an editor can read it and a benchmark can run it as it is. */
final class Statement {
    private Statement() {}

    static String named(String name) {
        String file = "/sql/" + name + ".sql";
        try (InputStream in = Statement.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not in this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
