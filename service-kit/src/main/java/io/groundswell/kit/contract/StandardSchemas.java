package io.groundswell.kit.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.patch.MergePatch;

/** Schemas that every contract has, and corrections to those that are read from Java types. */
final class StandardSchemas {
    private static final String PREFIX = "#/components/schemas/";

    private StandardSchemas() {}

    static void addTo(Components components) {
        components.addSchema("Problem", problem());
        components.addSchema("FieldError", fieldError());
        Map<String, Schema> schemas = components.getSchemas();
        schemas.forEach((name, schema) -> correct(schema));
        // a parser's node type is no schema: the document is whatever JSON the description says
        if (schemas.containsKey("JsonNode")) {
            components.addSchema("JsonNode", OASFactory.createSchema().description("Any JSON value"));
            components.removeSchema("JsonNodeType");
        }
        if (schemas.containsKey("Limit")) {
            components.removeSchema("Limit");
        }
    }

    /**
     * A merge patch has the members of what it changes, none required, and null to remove one: its schema is made of the
     * other's.
     */
    static void relaxPatches(Operation operation, Components components) {
        if (operation.getRequestBody() == null || operation.getRequestBody().getContent() == null) {
            return;
        }
        MediaType patch = operation.getRequestBody().getContent().getMediaType(MergePatch.TYPE);
        String ref = patch == null || patch.getSchema() == null ? null : patch.getSchema().getRef();
        if (patch == null || ref == null || ref.endsWith("Patch")) {
            return;
        }
        String name = ref.substring(PREFIX.length());
        Schema whole = components.getSchemas().get(name);
        if (whole != null) {
            components.addSchema(name + "Patch", OASFactory.createSchema().addType(Schema.SchemaType.OBJECT)
                    .description("Members of " + name + " to change; null removes a member, what is absent stays.")
                    .properties(whole.getProperties()));
            patch.setSchema(OASFactory.createSchema().ref(PREFIX + name + "Patch"));
        }
    }

    /** The reader of Java types writes a guess of the type beside a reference; the referenced schema knows better. */
    private static void correct(@Nullable Schema schema) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            schema.setType(null);
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(StandardSchemas::correct);
        }
        correct(schema.getItems());
    }

    private static Schema problem() {
        return object("A problem after RFC 9457. Decide by `code`; title and detail are for people.",
                List.of("type", "title", "status", "code", "requestId"))
                .addProperty("type", text("Reference that identifies the kind, `/problems/{code}`").format("uri-reference"))
                .addProperty("title", text("The kind in one sentence"))
                .addProperty("status",
                        OASFactory.createSchema().addType(Schema.SchemaType.INTEGER).format("int32")
                                .minimum(BigDecimal.valueOf(400)).maximum(BigDecimal.valueOf(599))
                                .description("HTTP status of the response"))
                .addProperty("detail", text("This occurrence in a sentence"))
                .addProperty("instance", text("Path of the request").format("uri-reference"))
                .addProperty("code", text("Stable name of the kind, in kebab-case").pattern("^[a-z][a-z0-9]*(-[a-z0-9]+)*$"))
                .addProperty("requestId", text("The response's X-Request-Id"))
                .addProperty("errors", OASFactory.createSchema().addType(Schema.SchemaType.ARRAY)
                        .description("Every place of the request that is wrong")
                        .items(OASFactory.createSchema().ref(PREFIX + "FieldError")));
    }

    private static Schema fieldError() {
        return object("One thing that is wrong at one place of a request.", List.of("pointer", "code", "detail"))
                .addProperty("pointer", text(
                        "`#/kpis/0/target` points into the body, `?limit` to a query parameter, `If-Match:` to a header"))
                .addProperty("code", text("Stable name of what is wrong, in kebab-case"))
                .addProperty("detail", text("What is wrong, in a sentence for people"));
    }

    private static Schema object(String description, List<String> required) {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).description(description).required(required);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
