package io.groundswell.advocacy.roster;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.precondition.EntityTag;

/** A person of the roster as the API shows it. */
@Schema(name = "Employee")
public record EmployeeView(
        UUID id,
        @Schema(examples = "ada@demo.example") String workEmail,
        @Schema(examples = "Ada Nwosu") @Nullable String name,
        @Schema(examples = "Roasting") @Nullable String department,
        @Schema(examples = "Engineering") @Nullable String jobFunction,
        @Schema(examples = "Rotterdam") @Nullable String location,
        @Schema(examples = "lin@demo.example") @Nullable String managerEmail,
        @Schema(description = "False: has left; short links no longer lead anywhere") boolean active,
        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "Grows with each change; the ETag is made of it") long version) {

    EntityTag tag() {
        return EntityTag.of(id, version);
    }
}
