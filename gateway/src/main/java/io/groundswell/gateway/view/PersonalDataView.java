package io.groundswell.gateway.view;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/** Everything that all services keep on a person. */
@Schema(name = "PersonalData", requiredProperties = {"creatorId", "asOf", "creator", "posts"})
record PersonalDataView(UUID creatorId,
        @Schema(description = "When the services were asked") Instant asOf,
        @Schema(description = "What creator-service keeps, see exportCreatorPersonalData", type = SchemaType.OBJECT) JsonNode creator,
        @Schema(description = "What campaign-service keeps, see exportPostsPersonalData") List<JsonNode> posts,
        @Schema(description = "What advocacy-service keeps, see exportEmployeePersonalData; absent when the person is no employee", type = SchemaType.OBJECT) @Nullable JsonNode employee) {}
