package io.groundswell.campaign.listening.webhook;

import java.util.regex.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.groundswell.kit.problem.InvalidValue;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What people say of a subscription to webhooks. */
public record WebhookDraft(
        @Schema(required = true, description = "1 to 100 characters") String name,
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Schema(required = true, writeOnly = true, description = "The app's secret, from the app's settings at Meta: deliveries are signed with it. Kept encrypted and never shown") String appSecret) {

    private static final int LONGEST_NAME = 100;
    private static final Pattern SECRET = Pattern.compile("[\\x21-\\x7e]{16,200}");

    public WebhookDraft {
        name = InvalidValue.require(name, "name").strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME
                || name.codePoints().anyMatch(Character::isISOControl)) {
            throw new InvalidValue("name", "invalid-name", "A name has 1 to %d characters.".formatted(LONGEST_NAME));
        }
        if (!SECRET.matcher(InvalidValue.require(appSecret, "appSecret")).matches()) {
            throw new InvalidValue("appSecret", "invalid-secret", "Must be 16 to 200 visible ASCII characters.");
        }
    }

    /** Without the secret: what is written here may end in a log. */
    @Override
    public String toString() {
        return "webhook subscription '" + name + "'";
    }
}
