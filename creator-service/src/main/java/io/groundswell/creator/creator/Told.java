package io.groundswell.creator.creator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What an account was last told, in 128 bits: the same sighting of an account of the same creator in the same version would
 * change nothing, so it needs not be taken. Whatever changes an account or its creator otherwise counts the creator's version,
 * and so makes it void.
 */
final class Told {
    private Told() {}

    /** Returns the first half of SHA-256 over what the sighting says, whom of, and the state it left. */
    static UUID digest(Sighting sighting, UUID creatorId, long version) {
        AccountProfile profile = sighting.profile();
        // lengths, because free text could otherwise continue as if it were the next member
        String text = creatorId + " " + version + " " + length(profile.displayName()) + " " + length(profile.bio()) + " "
                + sighting.kind() + " " + sighting.via() + " " + (sighting.dated() ? sighting.observedAt() : "") + " "
                + sighting.postLanguage() + " " + profile;
        ByteBuffer digest = ByteBuffer.wrap(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
        return new UUID(digest.getLong(), digest.getLong());
    }

    private static int length(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").length();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
