package io.groundswell.creator.privacy;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Texts;
import io.groundswell.kit.problem.InvalidValue;

/** That a person was told that data about them is kept. */
public record NoticeSent(
        @Schema(required = true, description = "By which way; at most 100 characters", examples = "direct message") @Nullable String channel,
        @Schema(description = "Default: now") @Nullable Instant sentAt) {

    private static final int LONGEST = 100;

    public NoticeSent {
        channel = channel(channel);
    }

    static String channel(@Nullable String text) {
        return InvalidValue.require(Texts.line("channel", text, LONGEST), "channel");
    }

    /**
     * Returns when it was sent.
     *
     * @throws InvalidValue when that is to come
     */
    static Instant time(@Nullable Instant sentAt, Instant now) {
        if (sentAt != null && sentAt.isAfter(now)) {
            throw new InvalidValue("sentAt", "in-the-future", "Nothing can have been sent later than now.");
        }
        return sentAt == null ? now : sentAt;
    }
}
