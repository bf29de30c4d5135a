package io.groundswell.advocacy.sharing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.groundswell.advocacy.roster.EmployeeView;

/** Everything that advocacy-service keeps on a person. */
@Schema(name = "EmployeePersonalData")
public record EmployeeDataView(UUID employeeId, EmployeeView employee, List<SharedByEmployee> shares) {

    /** One share. */
    @Schema(name = "SharedByEmployee")
    public record SharedByEmployee(UUID id, UUID packId, Network network, int variant,
            @Schema(description = "What the person was given to post") String text,
            @Schema(description = "Of the short link", examples = "7hRkT2qXbM") String code,
            Instant createdAt,
            @Schema(description = "Clicks that counted") long clicks) {}
}
