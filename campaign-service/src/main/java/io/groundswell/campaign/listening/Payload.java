package io.groundswell.campaign.listening;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Typed access to a payload that anyone may have written. Each refusal names the place.
 *
 * @param path dotted path from the line's root to this object; empty at the root
 */
record Payload(JsonNode json, String path) {
    private static final int MAX_TEXT = 100_000;
    private static final long MAX_COUNT = 1_000_000_000_000L;
    private static final Instant BEFORE_ANY_NETWORK = Instant.parse("1995-01-01T00:00:00Z");
    private static final Duration CLOCK_SKEW = Duration.ofDays(1);
    /** As Meta ends its times: {@code +0000}. */
    private static final Pattern OFFSET_WITHOUT_COLON = Pattern.compile("([+-]\\d{2})(\\d{2})$");

    static Payload of(JsonNode json) {
        return new Payload(json, "");
    }

    /** Returns the object in this field; an absent one reads as empty. */
    Payload object(String field) {
        JsonNode child = json.path(field);
        if (!child.isMissingNode() && !child.isNull() && !child.isObject()) {
            throw refusal(field, "wrong-type", "Must be an object.");
        }
        return new Payload(child, at(field));
    }

    /** Returns the objects in this field's array; absent or null reads as empty. */
    List<Payload> objects(String field) {
        List<Payload> objects = new ArrayList<>();
        JsonNode children = array(field);
        for (int i = 0; i < children.size(); i++) {
            if (!children.get(i).isObject()) {
                throw refusal(field + "." + i, "wrong-type", "Must be an object.");
            }
            objects.add(new Payload(children.get(i), at(field + "." + i)));
        }
        return objects;
    }

    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        JsonNode children = array(field);
        for (int i = 0; i < children.size(); i++) {
            if (!children.get(i).isTextual()) {
                throw refusal(field + "." + i, "wrong-type", "Must be a text.");
            }
            texts.add(checked(field + "." + i, children.get(i).textValue()));
        }
        return texts;
    }

    /** Returns the text, or null when it is absent, null or empty. */
    @Nullable
    String text(String field) {
        String text = textOrEmpty(field);
        return text == null || text.isEmpty() ? null : text;
    }

    /** Returns the text, or null when it is absent or null: where empty says that there is none, and absent says nothing. */
    @Nullable
    String textOrEmpty(String field) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw refusal(field, "wrong-type", "Must be a text.");
        }
        return checked(field, value.textValue());
    }

    String requiredText(String field) {
        String text = text(field);
        if (text == null || text.isBlank()) {
            throw refusal(field, "required", "Must have a value.");
        }
        return text;
    }

    /** Returns the count, or null when the network does not tell it. */
    @Nullable
    Long count(String field) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber()) {
            throw refusal(field, "wrong-type", "Must be a whole number.");
        }
        if (!value.canConvertToLong() || value.longValue() < 0 || value.longValue() > MAX_COUNT) {
            throw refusal(field, "out-of-range", "Must be from 0 to %d.".formatted(MAX_COUNT));
        }
        return value.longValue();
    }

    /** Returns a count that the network writes as a text, or null when it does not tell it. */
    @Nullable
    Long countAsText(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        if (!text.chars().allMatch(c -> c >= '0' && c <= '9') || text.length() > 18) {
            throw refusal(field, "wrong-type", "Must be a whole number, written as a text.");
        }
        return Long.valueOf(text);
    }

    /** Returns an identifier, which some networks write as a number. */
    String requiredId(String field) {
        JsonNode value = json.path(field);
        return value.isIntegralNumber() ? value.asText() : requiredText(field);
    }

    @Nullable
    Boolean flag(String field) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isBoolean()) {
            throw refusal(field, "wrong-type", "Must be true or false.");
        }
        return value.booleanValue();
    }

    /** Returns a time that a post can have: RFC 3339, since there are networks, at most a day ahead of the clock. */
    Instant requiredTime(String field, Instant now) {
        String text = requiredText(field);
        Instant time;
        try {
            time = parse(text).truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw refusal(field, "invalid-time", "Must be an RFC 3339 time, such as 2026-05-04T09:30:00Z.");
        }
        return sensible(field, time, now);
    }

    private static Instant parse(String time) {
        return time.endsWith("Z")
                ? Instant.parse(time)
                : OffsetDateTime.parse(OFFSET_WITHOUT_COLON.matcher(time).replaceFirst("$1:$2")).toInstant();
    }

    /** Returns a time that a post can have, told in seconds since 1970. */
    Instant requiredSeconds(String field, Instant now) {
        JsonNode value = json.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || Math.abs(value.longValue()) > MAX_COUNT) {
            throw refusal(field, "wrong-type", "Must be seconds since 1970-01-01T00:00:00Z.");
        }
        return sensible(field, Instant.ofEpochSecond(value.longValue()), now);
    }

    private Instant sensible(String field, Instant time, Instant now) {
        if (time.isBefore(BEFORE_ANY_NETWORK) || time.isAfter(now.plus(CLOCK_SKEW))) {
            throw refusal(field, "out-of-range", "Must not lie in the future or before 1995.");
        }
        return time;
    }

    /** Like {@link #requiredTime}, but null for whatever is no such time: nothing is lost for a detail of little weight. */
    @Nullable
    Instant sensibleTime(String field, Instant now) {
        try {
            return requiredTime(field, now);
        } catch (InvalidValue e) {
            return null;
        }
    }

    /** Returns a time told in microseconds since 1970, or null when it is not told. */
    @Nullable
    Instant microseconds(String field) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw refusal(field, "wrong-type", "Must be microseconds since 1970-01-01T00:00:00Z.");
        }
        return Instant.EPOCH.plus(value.longValue(), ChronoUnit.MICROS);
    }

    InvalidValue refusal(String field, String code, String detail) {
        return new InvalidValue(at(field), code, detail);
    }

    private JsonNode array(String field) {
        JsonNode children = json.path(field);
        if (!children.isMissingNode() && !children.isNull() && !children.isArray()) {
            throw refusal(field, "wrong-type", "Must be an array.");
        }
        return children;
    }

    private String checked(String field, String text) {
        if (text.length() > MAX_TEXT) {
            throw refusal(field, "too-long", "May have %d characters at most.".formatted(MAX_TEXT));
        }
        if (text.indexOf('\0') >= 0) {
            throw refusal(field, "nul-character", "Must not contain the character U+0000.");
        }
        return text;
    }

    private String at(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }
}
