package io.groundswell.kit.contract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

import io.groundswell.kit.paging.Limit;

/** Parameters that mean the same in every operation that has them and does not describe them itself. */
enum StandardParameter {
    LIMIT("limit", Parameter.In.QUERY, "Items on a page at most.", false) {
        @Override
        Schema schema() {
            return OASFactory.createSchema().addType(Schema.SchemaType.INTEGER).format("int32").minimum(BigDecimal.ONE)
                    .maximum(BigDecimal.valueOf(Limit.MAX)).defaultValue(Limit.DEFAULT.value());
        }

        @Override
        Object example() {
            return 50;
        }
    },
    CURSOR("cursor", Parameter.In.QUERY, """
            Where to go on: `page.next` or `page.prev` of an answer, unchanged and with the same filters; without it, the \
            first page. Its content is not part of the contract.""", false) {
        @Override
        Schema schema() {
            return text(4096);
        }

        @Override
        Object example() {
            return "AQACACQwMTk5YzVhMC03ZDFlLTdjM2ItOWIwZi0xZjJlM2Q0YzViNmE";
        }
    },
    IF_MATCH("If-Match", Parameter.In.HEADER, """
            ETag of the version that the change is based on. Without it the answer is 428, when the resource has changed \
            since, 412.""", true) {
        @Override
        Schema schema() {
            return text(1024);
        }

        @Override
        Object example() {
            return "\"0199c59f-0000-7000-8000-000000000001.3\"";
        }
    },
    IF_NONE_MATCH("If-None-Match", Parameter.In.HEADER, """
            ETag of the version that the client has; when it is still the current one, the answer is 304 without a body.""",
            false) {
        @Override
        Schema schema() {
            return text(1024);
        }

        @Override
        Object example() {
            return "\"0199c59f-0000-7000-8000-000000000001.3\"";
        }
    },
    IDEMPOTENCY_KEY("Idempotency-Key", Parameter.In.HEADER, """
            Names this request, best by a random UUID: sent again within 24 hours, it has no second effect and the first \
            answer comes again with `Idempotent-Replayed: true`. 409 while the first is running, 422 when the content \
            differs.""", false) {
        @Override
        Schema schema() {
            return text(255).minLength(1).pattern("^[!-~]+$");
        }

        @Override
        Object example() {
            return "7b7d1f52-5d0c-4c8e-8a52-0a3f6f0f6f11";
        }
    };

    private static final String PREFIX = "#/components/parameters/";

    private final String wireName;
    private final Parameter.In in;
    private final String description;
    private final boolean required;

    StandardParameter(String wireName, Parameter.In in, String description, boolean required) {
        this.wireName = wireName;
        this.in = in;
        this.description = description;
        this.required = required;
    }

    abstract Schema schema();

    abstract Object example();

    String wireName() {
        return wireName;
    }

    String reference() {
        return PREFIX + componentName();
    }

    static void addTo(Components components) {
        for (StandardParameter parameter : values()) {
            components.addParameter(parameter.componentName(), OASFactory.createParameter().name(parameter.wireName)
                    .in(parameter.in).description(parameter.description).required(parameter.required)
                    .schema(parameter.schema()).example(parameter.example()));
        }
    }

    /** Replaces what an operation leaves undescribed by the shared description; the resource's own id gets one too. */
    static void shareIn(Operation operation) {
        if (operation.getParameters() == null) {
            return;
        }
        List<Parameter> parameters = new ArrayList<>();
        for (Parameter parameter : operation.getParameters()) {
            parameters.add(shared(parameter));
        }
        operation.setParameters(parameters);
    }

    private static Parameter shared(Parameter parameter) {
        if (parameter.getRef() != null || parameter.getDescription() != null) {
            return parameter;
        }
        for (StandardParameter standard : values()) {
            if (standard.wireName.equals(parameter.getName()) && standard.in == parameter.getIn()) {
                return OASFactory.createParameter().ref(standard.reference());
            }
        }
        if (parameter.getIn() == Parameter.In.PATH && Objects.equals(parameter.getName(), "id")) {
            parameter.setDescription("Id of the resource; another workspace's is answered with 404.");
            parameter.setExample("0199c59f-0000-7000-8000-000000000001");
        }
        return parameter;
    }

    private static Schema text(int maxLength) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).maxLength(maxLength);
    }

    private String componentName() {
        StringBuilder name = new StringBuilder();
        for (String word : name().split("_", -1)) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
        }
        return name.toString();
    }
}
