package io.groundswell.advocacy.sharing;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.groundswell.kit.workspace.CurrentWorkspace;
import io.smallrye.mutiny.Uni;

/** Everything that is kept on one employee, over HTTP. */
@Path("/v1/employees")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Employees", description = "The roster: who may share")
public class EmployeeDataResource {
    private final EmployeeData data;
    private final CurrentWorkspace current;

    EmployeeDataResource(EmployeeData data, CurrentWorkspace current) {
        this.data = data;
        this.current = current;
    }

    @GET
    @Path("/{id}/personal-data")
    @RolesAllowed("admin")
    @Operation(operationId = "exportEmployeePersonalData", summary = "Export what advocacy-service keeps on a person", description = """
            Art. 15 GDPR: the person's entry of the roster, and what the person shared. Clicks are not the employee's data: \
            they say nothing about who shared but how often links were followed, which each share's totals show.""")
    @APIResponse(responseCode = "200", description = "Everything that is kept", content = @Content(schema = @Schema(implementation = EmployeeDataView.class)))
    public Uni<EmployeeDataView> export(@PathParam("id") UUID id) {
        return data.of(current.get(), id);
    }
}
