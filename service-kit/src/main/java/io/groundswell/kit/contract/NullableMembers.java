package io.groundswell.kit.contract;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Members that may be null, as the records say by {@code @Nullable}: the reader of Java types knows only annotations of its
 * own. Records that leave null out of their JSON need nothing, as a member that is not required may be absent.
 */
final class NullableMembers {
    private static final String OURS = "io.groundswell.";
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName INCLUDE = DotName.createSimple(JsonInclude.class);
    private static final DotName SCHEMA = DotName
            .createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

    private final Map<String, Set<String>> members = new TreeMap<>();

    NullableMembers(IndexView classes) {
        for (ClassInfo type : classes.getKnownClasses()) {
            if (type.isRecord() && type.name().toString().startsWith(OURS) && !leavesNullOut(type)) {
                Set<String> nullable = members.computeIfAbsent(schemaName(type), _ -> new HashSet<>());
                for (RecordComponentInfo component : type.recordComponents()) {
                    if (component.type().hasAnnotation(NULLABLE)) {
                        nullable.add(component.name());
                    }
                }
            }
        }
    }

    void addTo(Components components) {
        Map<String, Schema> schemas = components.getSchemas();
        members.forEach((name, nullable) -> {
            Schema schema = schemas.get(name);
            if (schema != null && schema.getProperties() != null) {
                Map<String, Schema> properties = new java.util.LinkedHashMap<>(schema.getProperties());
                properties.replaceAll((member, type) -> nullable.contains(member) ? orNull(type) : type);
                schema.setProperties(properties);
            }
        });
    }

    private static Schema orNull(Schema schema) {
        if (schema.getRef() != null) {
            if (schema.getRef().endsWith("/JsonNode")) {
                return schema;
            }
            return OASFactory.createSchema().description(schema.getDescription()).examples(schema.getExamples())
                    .extensions(schema.getExtensions())
                    .addAnyOf(OASFactory.createSchema().ref(schema.getRef()))
                    .addAnyOf(OASFactory.createSchema().addType(Schema.SchemaType.NULL));
        }
        if (schema.getType() != null && !schema.getType().contains(Schema.SchemaType.NULL)) {
            schema.addType(Schema.SchemaType.NULL);
        }
        return schema;
    }

    private static boolean leavesNullOut(ClassInfo type) {
        AnnotationInstance include = type.declaredAnnotation(INCLUDE);
        return include != null && include.value() != null && !include.value().asEnum().equals("ALWAYS");
    }

    private static String schemaName(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        AnnotationValue name = schema == null ? null : schema.value("name");
        return name == null ? type.simpleName() : name.asString();
    }
}
