package io.groundswell.creator.privacy;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.groundswell.creator.creator.CreatorView;

import com.fasterxml.jackson.databind.JsonNode;

/** Everything that creator-service keeps on a person. */
@Schema(name = "CreatorPersonalData")
public record PersonalDataView(UUID creatorId, Instant asOf, CreatorView creator, PrivacyView privacy,
        @Schema(description = "The rows of each feature by its name: accounts, posts and whatever else is kept", type = SchemaType.OBJECT) Map<String, JsonNode> kept) {}
