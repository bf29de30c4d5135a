package io.groundswell.kit.problem;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Says what is wrong with a JSON document in terms of the document: text that is not JSON by line and column, a wrong
 * value by its pointer. Also used by bulk reports, which need the same words for one line.
 */
public final class JsonProblems {
    private static final int MAX_NAMES = 40;

    private JsonProblems() {}

    /** Returns the problem: 400 {@code malformed-json} or {@code missing-body}, or 422 {@code validation-failed}. */
    public static ProblemException of(JsonProcessingException failure) {
        if (failure instanceof InputCoercionException range) {
            return ProblemException.validation(List.of(new FieldError(place(range), "wrong-type",
                    "The value must be " + expected(range.getTargetType()) + ".")));
        }
        if (!(failure instanceof JsonMappingException mapping)) {
            return malformed(failure);
        }
        for (Throwable cause = mapping.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
            if (cause instanceof InvalidValue invalid) {
                return ProblemException.validation(List.of(new FieldError(
                        JsonPointers.below(JsonPointers.ofReferences(mapping.getPath()), invalid.field()),
                        invalid.code(), invalid.detail())));
            }
            if (cause instanceof JsonProcessingException inner && !(cause instanceof JsonMappingException)) {
                return of(inner);
            }
        }
        String message = Objects.requireNonNullElse(mapping.getOriginalMessage(), "");
        if (message.startsWith("No content")) {
            return ProblemException.of(ProblemType.MISSING_BODY, "This operation needs a JSON document as its body.");
        }
        if (message.startsWith("Trailing token")) {
            return malformed(mapping, "There is more text after the end of the document");
        }
        return ProblemException.validation(List.of(wrong(mapping, message)));
    }

    private static FieldError wrong(JsonMappingException mapping, String message) {
        String pointer = JsonPointers.ofReferences(mapping.getPath());
        if (mapping instanceof UnrecognizedPropertyException unknown) {
            return new FieldError(pointer, "unknown-field", "“" + unknown.getPropertyName() + "” is not known here; "
                    + names("known are ", unknown.getKnownPropertyIds()));
        }
        if (mapping instanceof InvalidTypeIdException kind) {
            return wrongKind(kind, pointer);
        }
        if (mapping instanceof MismatchedInputException mismatch) {
            if (message.startsWith("Cannot map `null`")) {
                return new FieldError(pointer, "required", "A value is required here.");
            }
            return new FieldError(pointer, "wrong-type", "The value must be " + expected(mismatch.getTargetType()) + ".");
        }
        return new FieldError(pointer, "invalid", "The value is not valid.");
    }

    /** An object of several kinds must say which it is, in the member that its type names. */
    private static FieldError wrongKind(InvalidTypeIdException kind, String pointer) {
        Class<?> base = kind.getBaseType().getRawClass();
        JsonTypeInfo told = base.getAnnotation(JsonTypeInfo.class);
        JsonSubTypes known = base.getAnnotation(JsonSubTypes.class);
        if (told == null || known == null) {
            return new FieldError(pointer, "wrong-type", "The value is of no kind that is known here.");
        }
        String names = Arrays.stream(known.value()).map(JsonSubTypes.Type::name).collect(Collectors.joining(", "));
        return new FieldError(JsonPointers.below(pointer, told.property()),
                kind.getTypeId() == null ? "required" : "wrong-type",
                "Must be one of " + names + ".");
    }

    /** The parser, not the binding, finds a number that is out of range, and knows the place itself. */
    private static String place(InputCoercionException range) {
        return range.getProcessor() == null
                ? JsonPointers.ROOT
                : JsonPointers.ROOT + range.getProcessor().getParsingContext().pathAsPointer();
    }

    private static ProblemException malformed(JsonProcessingException failure) {
        String message = failure instanceof StreamConstraintsException
                ? "The document is nested too deeply, or has a number or text that is too long"
                : plain(Objects.requireNonNullElse(failure.getOriginalMessage(), "The document is not well-formed"));
        return malformed(failure, message);
    }

    private static ProblemException malformed(JsonProcessingException failure, String message) {
        JsonLocation location = failure.getLocation();
        String place = location == null || location.getLineNr() < 1
                ? ""
                : "Line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
        String detail = place + message + ".";
        return ProblemException.of(ProblemType.MALFORMED_JSON, detail,
                List.of(new FieldError(JsonPointers.ROOT, "malformed", detail)));
    }

    /** Leaves out what the parser says about itself and its source. */
    private static String plain(String message) {
        String line = message.lines().findFirst().orElse("");
        for (String internal : List.of(" (start marker", " at [Source", "; at [Source", " [Source")) {
            int at = line.indexOf(internal);
            line = at < 0 ? line : line.substring(0, at);
        }
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    private static String names(String lead, @Nullable Collection<Object> names) {
        if (names == null || names.isEmpty()) {
            return "no members are known.";
        }
        String listed = names.stream().map(String::valueOf).sorted().limit(MAX_NAMES).collect(Collectors.joining(", "));
        return lead + listed + (names.size() > MAX_NAMES ? ", …" : ".");
    }

    /** Says in the words of JSON what would be right; Java's names mean nothing to a client. */
    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "an array";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a string";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (List.of(double.class, float.class, Double.class, Float.class, BigDecimal.class).contains(type)) {
            return "a number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a whole number within range";
        }
        if (type == Instant.class || type == OffsetDateTime.class) {
            return "a timestamp after RFC 3339, for example 2026-03-01T12:00:00Z";
        }
        if (type == LocalDate.class) {
            return "a date, for example 2026-03-01";
        }
        if (type == Duration.class) {
            return "a duration after ISO 8601, for example PT15M";
        }
        if (type == UUID.class) {
            return "a UUID";
        }
        if (type == URI.class) {
            return "a URI";
        }
        return Map.class.isAssignableFrom(type) || type.isRecord() ? "an object" : "of another type";
    }
}
