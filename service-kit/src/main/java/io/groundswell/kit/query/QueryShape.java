package io.groundswell.kit.query;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.FieldError;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;

/** All query parameters that one operation takes. */
final class QueryShape {
    private final SortedMap<String, QueryParameter> parameters = new TreeMap<>();

    private QueryShape() {}

    /** Reads the shape from a resource method, its parameter objects and the fields of its class. */
    static QueryShape of(Method method) {
        QueryShape shape = new QueryShape();
        for (Parameter parameter : method.getParameters()) {
            QueryParameter known = QueryParameter.of(parameter, parameter.getName(), parameter.getType(),
                    parameter.getParameterizedType());
            if (known == null) {
                shape.addFields(parameter.getType());
            } else {
                shape.add(known);
            }
        }
        shape.addFields(method.getDeclaringClass());
        return shape;
    }

    private void addFields(Class<?> container) {
        for (Class<?> type = container; isOurs(type); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    add(QueryParameter.of(field, field.getName(), field.getType(), field.getGenericType()));
                }
            }
        }
    }

    /** Skips the JDK's classes: they have no annotations of ours, and reflection on them is not open. */
    private static boolean isOurs(@Nullable Class<?> type) {
        return type != null && !type.isPrimitive() && !type.isArray() && !type.isInterface()
                && type.getClassLoader() != null;
    }

    private void add(@Nullable QueryParameter parameter) {
        if (parameter != null) {
            parameters.put(parameter.name(), parameter);
        }
    }

    /**
     * Checks a query.
     *
     * @param query the values of every parameter that came
     * @throws ProblemException 400 {@code unknown-parameter} or {@code invalid-parameter}, with every error found
     */
    void check(Map<String, ? extends Collection<String>> query) {
        List<FieldError> unknown = new ArrayList<>();
        List<FieldError> invalid = new ArrayList<>();
        query.forEach((name, values) -> {
            QueryParameter parameter = parameters.get(name);
            if (parameter == null) {
                unknown.add(FieldError.parameter(name, "unknown", "“" + name + "” is not known here; " + allowed()));
            } else {
                checkValues(parameter, values, invalid);
            }
        });
        if (!unknown.isEmpty()) {
            throw ProblemException.of(ProblemType.UNKNOWN_PARAMETER, allowedSentence(), unknown);
        }
        if (!invalid.isEmpty()) {
            throw ProblemException.of(ProblemType.INVALID_PARAMETER, invalid.getFirst().detail(), invalid);
        }
    }

    private static void checkValues(QueryParameter parameter, Collection<String> values, List<FieldError> invalid) {
        if (values.size() > 1 && !parameter.repeatable()) {
            invalid.add(FieldError.parameter(parameter.name(), "repeated",
                    parameter.name() + " may be given once only."));
            return;
        }
        for (String value : values) {
            FieldError error = ParameterValues.check(parameter.name(), parameter.type(), value);
            if (error != null) {
                invalid.add(error);
            }
        }
    }

    private String allowed() {
        return parameters.isEmpty()
                ? "this operation takes no parameters."
                : "allowed are " + String.join(", ", parameters.keySet()) + ".";
    }

    private String allowedSentence() {
        return parameters.isEmpty()
                ? "This operation takes no query parameters."
                : "The query parameters of this operation are " + String.join(", ", parameters.keySet()) + ".";
    }
}
