package io.groundswell.kit.bulk;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The fields of a line. CSV has texts only, so numbers and flags may be texts here, in one spelling that no locale reads in
 * another way: {@code 12345}, or {@code 12.3K} and {@code 1.2M} as networks show them.
 */
public final class LineFields {
    private static final int LONGEST_SHOWN = 40;
    private static final Pattern COUNT = Pattern.compile("(-?\\d{1,15})(?:\\.(\\d{1,3}))?([KkMm])?");

    private final JsonNode line;

    /**
     * Looks at a line.
     *
     * @throws InvalidValue when the line has a field that does not exist: a misspelt one would be lost otherwise
     */
    public LineFields(JsonNode line, Set<String> known) {
        this.line = line;
        line.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                throw new InvalidValue(field, "unknown-field", "There is no field '%s'; known are %s."
                        .formatted(shown(field), String.join(", ", known.stream().sorted().toList())));
            }
        });
    }

    /** Reads a text; null for absent or blank. */
    public @Nullable String text(String field) {
        JsonNode value = value(field);
        if (value != null && !value.isTextual()) {
            throw wrongType(field, "text");
        }
        return value == null ? null : value.textValue();
    }

    /** Reads one of the constants' names. */
    public <E extends Enum<E>> @Nullable E constant(String field, Class<E> type, String code) {
        String name = text(field);
        if (name == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new InvalidValue(field, code, "'%s' is none of %s."
                        .formatted(shown(name), Arrays.toString(type.getEnumConstants()))));
    }

    /** Reads true or false. */
    public @Nullable Boolean flag(String field) {
        JsonNode value = value(field);
        if (value == null || value.isBoolean()) {
            return value == null ? null : value.booleanValue();
        }
        if (value.isTextual()) {
            switch (value.textValue().toLowerCase(Locale.ROOT)) {
                case "true" -> {
                    return true;
                }
                case "false" -> {
                    return false;
                }
                default -> {
                    // Refused below, like any other type.
                }
            }
        }
        throw wrongType(field, "true or false");
    }

    /** Reads an RFC 3339 time. */
    public @Nullable Instant time(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidValue(field, "invalid-time", "Must be an RFC 3339 time such as 2026-05-04T10:00:00Z.");
        }
    }

    /** Reads a whole number. */
    public @Nullable Long number(String field) {
        Count count = count(field);
        return count == null ? null : count.value();
    }

    /** Reads a count that may be shown rounded. */
    public @Nullable Count count(String field) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        if (value.isIntegralNumber()) {
            if (!value.canConvertToLong()) {
                throw new InvalidValue(field, "out-of-range", "This number is larger than any count.");
            }
            return new Count(value.longValue(), null);
        }
        if (!value.isTextual()) {
            throw wrongType(field, "a whole number");
        }
        Matcher matcher = COUNT.matcher(value.textValue());
        if (!matcher.matches() || (matcher.group(2) != null && matcher.group(3) == null)) {
            throw wrongType(field, "a whole number without separators, such as 12345 or 12.3K");
        }
        return count(matcher);
    }

    private static Count count(Matcher matcher) {
        String fraction = matcher.group(2) == null ? "" : "." + matcher.group(2);
        BigDecimal number = new BigDecimal(matcher.group(1) + fraction);
        if (matcher.group(3) == null) {
            return new Count(number.longValueExact(), null);
        }
        int power = matcher.group(3).equalsIgnoreCase("k") ? 3 : 6;
        return new Count(number.scaleByPowerOfTen(power).longValueExact(),
                BigDecimal.ONE.scaleByPowerOfTen(power - number.scale()).longValueExact());
    }

    private @Nullable JsonNode value(String field) {
        JsonNode value = line.get(field);
        return value == null || value.isNull() || (value.isTextual() && value.textValue().isBlank()) ? null : value;
    }

    private static InvalidValue wrongType(String field, String expected) {
        return new InvalidValue(field, "wrong-type", "Must be %s.".formatted(expected));
    }

    private static String shown(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    }

    /**
     * A number of people or posts.
     *
     * @param precision it may be off by less than this; null: exact
     */
    public record Count(long value, @Nullable Long precision) {}
}
