package io.groundswell.kit.query;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import jakarta.ws.rs.QueryParam;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * One query parameter that an operation takes.
 *
 * @param name as in the query
 * @param repeatable whether it may come more than once
 * @param type of one value
 */
record QueryParameter(String name, boolean repeatable, Class<?> type) {

    /** Returns the parameter that an annotated method parameter or field stands for; null when it stands for none. */
    static @Nullable QueryParameter of(AnnotatedElement element, String javaName, Class<?> type, Type genericType) {
        String name = name(element, javaName);
        if (name == null) {
            return null;
        }
        if (type.isArray()) {
            return new QueryParameter(name, true, type.getComponentType());
        }
        if (Collection.class.isAssignableFrom(type)) {
            return new QueryParameter(name, true, argument(genericType));
        }
        return new QueryParameter(name, false, single(type, genericType));
    }

    private static @Nullable String name(AnnotatedElement element, String javaName) {
        QueryParam query = element.getAnnotation(QueryParam.class);
        if (query != null) {
            return query.value();
        }
        RestQuery rest = element.getAnnotation(RestQuery.class);
        if (rest != null) {
            return rest.value().isEmpty() ? javaName : rest.value();
        }
        return null;
    }

    private static Class<?> single(Class<?> type, Type genericType) {
        if (type == Optional.class) {
            return argument(genericType);
        }
        if (type == OptionalInt.class) {
            return int.class;
        }
        return type == OptionalLong.class ? long.class : type;
    }

    private static Class<?> argument(Type genericType) {
        return genericType instanceof ParameterizedType parameterized
                && List.of(parameterized.getActualTypeArguments()).getLast() instanceof Class<?> argument
                        ? argument
                        : Object.class;
    }
}
