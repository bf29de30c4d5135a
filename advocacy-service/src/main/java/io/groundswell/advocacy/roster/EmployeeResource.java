package io.groundswell.advocacy.roster;

import java.io.InputStream;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.bulk.BulkFormat;
import io.groundswell.kit.bulk.BulkReport;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.paging.PageLinks;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The roster over HTTP. */
@Path("/v1/employees")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Employees", description = "The roster: who may share")
public class EmployeeResource {
    private final Roster roster;
    private final Employees employees;
    private final CurrentWorkspace current;
    private final ObjectMapper json;

    EmployeeResource(Roster roster, Employees employees, CurrentWorkspace current, ObjectMapper json) {
        this.roster = roster;
        this.employees = employees;
        this.current = current;
        this.json = json;
    }

    @POST
    @Path("/import")
    @Blocking
    @Consumes({BulkFormat.NDJSON_TYPE, BulkFormat.CSV_TYPE})
    @Produces(BulkFormat.NDJSON_TYPE)
    @RolesAllowed("advocacy:write")
    @Operation(operationId = "importEmployees", summary = "Import the roster", description = """
            One person per line, as NDJSON or as CSV with a header: workEmail, name, department, jobFunction, location, \
            managerEmail, active. A person is known by the work e-mail address, whatever its case. A line is the whole record: \
            what it leaves out is cleared, and active is then true; importing it again changes nothing. Who is no longer active \
            cannot share, and the short links shared before lead nowhere. People that the body does not name stay as they are. \
            The report streams back while the body is sent: one line per line in order, written after its batch committed, then \
            a summary. Bad lines are reported and lose no other.""")
    @RequestBody(content = {
            @Content(mediaType = BulkFormat.NDJSON_TYPE, schema = @Schema(type = SchemaType.STRING), examples = @ExampleObject(name = "ndjson", value = """
                    {"workEmail":"ada@demo.example","name":"Ada Nwosu","department":"Roasting","jobFunction":"Engineering","location":"Rotterdam","managerEmail":"lin@demo.example","active":true}""")),
            @Content(mediaType = BulkFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING), examples = @ExampleObject(name = "csv", value = """
                    workEmail,name,department,jobFunction,location,managerEmail,active
                    ada@demo.example,Ada Nwosu,Roasting,Engineering,Rotterdam,lin@demo.example,true"""))})
    @APIResponse(responseCode = "200", description = "The report, one JSON object per line", content = @Content(mediaType = BulkFormat.NDJSON_TYPE, schema = @Schema(implementation = RosterOutcome.class), examples = @ExampleObject(name = "created", value = """
            {"line":1,"outcome":"CREATED","employeeId":"0199c5a0-7d1e-7c3b-9b0f-1f2e3d4c5b6a"}""")))
    public StreamingOutput importRoster(@Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            InputStream body) {
        var work = new RosterImport(roster, current.get());
        return new BulkReport<>(BulkFormat.of(type).read(body, json), work, json.writer(), RosterOutcome.Outcome.class);
    }

    @GET
    @RolesAllowed("advocacy:read")
    @Operation(operationId = "listEmployees", summary = "List the roster, by e-mail address")
    @APIResponse(responseCode = "200", description = "A page of the roster", content = @Content(schema = @Schema(implementation = EmployeePage.class)))
    public Uni<Page<EmployeeView>> list(
            @Parameter(description = "Exactly as the roster writes it", example = "Roasting") @QueryParam("department") @Nullable String department,
            @Parameter(description = "Only who works here, or only who has left", example = "true") @QueryParam("active") @Nullable Boolean active,
            @QueryParam("limit") @Nullable Limit limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return employees.page(current.get(), department, active, Limit.orDefault(limit), cursor);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("advocacy:read")
    @Operation(operationId = "getEmployee", summary = "Get a person of the roster")
    @APIResponse(responseCode = "200", description = "The person", content = @Content(schema = @Schema(implementation = EmployeeView.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the version in If-None-Match")
    public Uni<Response> get(@PathParam("id") UUID id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return employees.get(current.get(), id).map(employee -> {
            var response = Preconditions.notModified(ifNoneMatch, employee.tag())
                    ? Response.notModified()
                    : Response.ok(employee);
            return response.header(HttpHeaders.ETAG, employee.tag()).build();
        });
    }

    /** Names the page in the contract. */
    @Schema(name = "EmployeePage")
    private record EmployeePage(List<EmployeeView> items, PageLinks page) {}
}
