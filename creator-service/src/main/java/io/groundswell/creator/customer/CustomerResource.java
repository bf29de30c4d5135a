package io.groundswell.creator.customer;

import java.io.InputStream;
import java.time.Clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.groundswell.creator.creator.Sightings;
import io.groundswell.creator.email.CreatorEmails;
import io.groundswell.creator.imports.ImportProgress;
import io.groundswell.creator.imports.ImportSubject;
import io.groundswell.creator.imports.ImportTransactions;
import io.groundswell.kit.bulk.BulkBody;
import io.groundswell.kit.bulk.BulkFormat;
import io.groundswell.kit.bulk.BulkParameters;
import io.groundswell.kit.bulk.BulkReport;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.common.annotation.Blocking;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Customers in, by the line. */
@Path("/v1/customers/import")
@Tag(name = "Customers", description = "People who buy from the brand, found again among creators")
public class CustomerResource {
    private final WorkspaceDatabase database;
    private final ImportProgress progress;
    private final Sightings sightings;
    private final CreatorEmails emails;
    private final CurrentWorkspace current;
    private final ObjectMapper json;
    private final Clock clock;

    CustomerResource(WorkspaceDatabase database, ImportProgress progress, Sightings sightings, CreatorEmails emails,
            CurrentWorkspace current, ObjectMapper json, Clock clock) {
        this.database = database;
        this.progress = progress;
        this.sightings = sightings;
        this.emails = emails;
        this.current = current;
        this.json = json;
        this.clock = clock;
    }

    @POST
    @Blocking
    @Consumes({BulkFormat.NDJSON_TYPE, BulkFormat.CSV_TYPE})
    @Produces(BulkFormat.NDJSON_TYPE)
    @RolesAllowed("creators:write")
    @Operation(operationId = "importCustomers", summary = "Import customers", description = """
            One customer per line, as NDJSON or as CSV whose header names the same fields: `email`, `name`, `language`, `country`, and a \
            handle for each network under the network's name in lower case. Whoever is known by the address, else whoever has one of \
            the handles, becomes a creator of kind CUSTOMER; handles that nobody has become theirs, or those of a new creator. A handle \
            that another creator has stays with that one, who is named in `otherCreatorIds`. Of the address only a keyed hash is kept \
            (HMAC-SHA-256 of its NFKC form in lower case, the domain in ASCII; dots and plus signs count). A line with an address that \
            nobody is known by, and without a handle, is UNMATCHED and leaves nothing behind. The report streams back as that of an \
            import of creators does.""")
    @RequestBody(content = {
            @Content(mediaType = BulkFormat.NDJSON_TYPE, schema = @Schema(type = SchemaType.STRING), examples = @ExampleObject(name = "ndjson", value = """
                    {"email":"mila@mail.example","name":"Mila Jansen","instagram":"mila.pours","country":"NL"}""")),
            @Content(mediaType = BulkFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING), examples = @ExampleObject(name = "csv", value = """
                    email,name,instagram,tiktok,country
                    mila@mail.example,Mila Jansen,mila.pours,,NL
                    noor@mail.example,,,noor.brews,"""))})
    @APIResponse(responseCode = "200", description = "The report, one JSON object per line", content = @Content(mediaType = BulkFormat.NDJSON_TYPE, schema = @Schema(implementation = CustomerOutcome.class), examples = @ExampleObject(name = "recognised", value = """
            {"line":2,"outcome":"UPDATED","creatorId":"0199c5a0-7d1e-7c3b-9b0f-1f2e3d4c5b6a","matchedBy":["HANDLE"]}""")))
    public StreamingOutput importCustomers(@HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @BeanParam BulkParameters parameters,
            InputStream body) {
        Clock now = Clock.fixed(clock.instant(), clock.getZone());
        ImportProgress.Run run = progress.open(current.get(), parameters.importKey(), ImportSubject.CUSTOMERS);
        BulkBody read = BulkBody.open(MediaType.valueOf(type), body, parameters.options(), CustomerLine.FIELDS, json);
        var transactions = new ImportTransactions(database, run, parameters.isDryRun());
        var work = new CustomerImport(transactions, sightings, emails, current.get(), now);
        var report = new BulkReport<>(read.lines(), work, json.writer(), CustomerOutcome.Outcome.class)
                .beginningWith("assumed", read.assumptions());
        run.resume(report);
        return report;
    }
}
