package io.groundswell.kit.query;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.FieldError;
import io.groundswell.kit.problem.InvalidValue;
import io.groundswell.kit.problem.ProblemException;

/**
 * Checks the text of a query parameter against the type it will be converted to. The framework converts it again and
 * would answer 404 when that fails, without a name: that is why it is tried here first.
 */
final class ParameterValues {
    private ParameterValues() {}

    /** Returns what is wrong with a value; null when it can be converted or the type is not one checked here. */
    static @Nullable FieldError check(String name, Class<?> type, String value) {
        try {
            String expected = convert(type, value);
            return expected == null
                    ? null
                    : FieldError.parameter(name, "wrong-type", name + " must be " + expected + ".");
        } catch (ProblemException refused) {
            return refused.errors().isEmpty()
                    ? FieldError.parameter(name, "invalid", name + " is not valid.")
                    : renamed(name, refused.errors().getFirst());
        } catch (InvalidValue refused) {
            return FieldError.parameter(name, refused.code(), refused.detail());
        }
    }

    private static FieldError renamed(String name, FieldError error) {
        return FieldError.parameter(name, error.code(), error.detail());
    }

    /** Returns what would be right, or null when the value is. */
    private static @Nullable String convert(Class<?> type, String value) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).anyMatch(constant -> nameOf(constant).equals(value))
                    ? null
                    : Arrays.stream(type.getEnumConstants()).map(ParameterValues::nameOf)
                            .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type == boolean.class || type == Boolean.class) {
            return value.equals("true") || value.equals("false") ? null : "true or false";
        }
        try {
            if (type == int.class || type == Integer.class) {
                Integer.parseInt(value);
            } else if (type == long.class || type == Long.class) {
                Long.parseLong(value);
            } else if (type == BigDecimal.class || type == double.class || type == Double.class) {
                new BigDecimal(value);
            }
        } catch (NumberFormatException e) {
            return type == BigDecimal.class || type == double.class || type == Double.class
                    ? "a number"
                    : "a whole number within range";
        }
        return convertObject(type, value);
    }

    private static @Nullable String convertObject(Class<?> type, String value) {
        try {
            if (type == UUID.class) {
                UUID.fromString(value);
            } else if (type == Instant.class) {
                Instant.parse(value);
            } else if (type == LocalDate.class) {
                LocalDate.parse(value);
            } else if (type.getName().startsWith("io.groundswell.")) {
                construct(type, value);
            }
            return null;
        } catch (DateTimeException e) {
            return type == Instant.class
                    ? "a timestamp, for example 2026-03-01T12:00:00Z"
                    : "a date, for example 2026-03-01";
        } catch (ProblemException | InvalidValue refused) {
            throw refused;
        } catch (IllegalArgumentException e) {
            return type == UUID.class ? "a UUID" : "in another format";
        }
    }

    /** Calls the factory method by which the framework converts to a type of ours. */
    private static void construct(Class<?> type, String value) {
        Method factory = factory(type);
        if (factory == null) {
            return;
        }
        try {
            factory.invoke(null, value);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException refused ? refused : new IllegalArgumentException(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("the framework could not call it either: " + factory, e);
        }
    }

    private static @Nullable Method factory(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals("fromString") || method.getName().equals("valueOf"))
                .filter(method -> Modifier.isStatic(method.getModifiers())
                        && Arrays.equals(method.getParameterTypes(), new Class<?>[]{String.class}))
                .findFirst().orElse(null);
    }

    private static String nameOf(Object constant) {
        return ((Enum<?>) constant).name();
    }
}
