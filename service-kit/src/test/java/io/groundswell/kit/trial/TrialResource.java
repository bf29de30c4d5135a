package io.groundswell.kit.trial;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.precondition.EntityTag;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;
import io.groundswell.kit.problem.RequestId;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;

/** Operations that fail in every way the kit answers. */
@Path("/v1/trials")
@Produces("application/json")
public class TrialResource {

    /** Query parameters that travel as one object. */
    public static class Filter {
        @RestQuery
        public @Nullable String status;
        @QueryParam("network")
        public @Nullable List<String> networks;
    }

    @GET
    public Map<String, Object> list(@BeanParam Filter filter, @RestQuery @Nullable Limit limit,
            @RestQuery Trial.@Nullable Colour colour, @RestQuery @Nullable UUID campaignId,
            @RestQuery @Nullable Integer min) {
        return Map.of("limit", Limit.orDefault(limit).value());
    }

    @GET
    @Path("/{id}")
    public Map<String, Object> get(@RestPath UUID id) {
        throw ProblemException.notFound("trial", id);
    }

    @GET
    @Path("/log")
    public Map<String, Object> log() {
        return Map.of("requestId", String.valueOf(MDC.get(RequestId.LOG_KEY)));
    }

    @POST
    @Consumes("application/json")
    public Uni<Map<String, Object>> create(Trial trial) {
        return Uni.createFrom().item(Map.of("name", trial.name(), "eventLoop", Context.isOnEventLoopThread()));
    }

    @POST
    @Path("/text")
    @Consumes("text/plain")
    public Map<String, Object> text(String text) {
        return Map.of("length", text.length());
    }

    @POST
    @Path("/bulk")
    @Consumes({"application/x-ndjson", "text/csv"})
    @Blocking
    public Map<String, Object> bulk(InputStream body) throws IOException {
        long bytes = 0;
        byte[] buffer = new byte[65_536];
        for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
            bytes += n;
        }
        return Map.of("bytes", bytes);
    }

    @PUT
    @Path("/tagged")
    @Consumes("application/json")
    public Response change(@HeaderParam("If-Match") @Nullable String ifMatch, Map<String, Object> ignored) {
        Preconditions.requireMatch(ifMatch, new EntityTag("v1"));
        return Response.noContent().build();
    }

    @GET
    @Path("/fault")
    public Uni<String> fault() {
        return Uni.createFrom().failure(new IllegalStateException("select secret from internals"));
    }

    @GET
    @Path("/outage")
    public Uni<String> outage() {
        return Uni.createFrom().failure(new IllegalStateException(new ConnectException("Connection refused: 10.0.0.1")));
    }

    @GET
    @Path("/bare")
    public Response bare() {
        return Response.status(409).entity("a text").type("text/plain").build();
    }

    @GET
    @Path("/later")
    public Uni<String> later() {
        return Uni.createFrom().failure(ProblemException
                .of(new ProblemType("launch-gate-not-met", 409, "The campaign cannot be launched yet"), "Zürich ✓ 日本")
                .withHeader("Retry-After", "7"));
    }

    @GET
    @Path("/signed-in")
    @Authenticated
    public String signedIn() {
        return "{}";
    }

    @GET
    @Path("/admin")
    @RolesAllowed("admin")
    public String admin() {
        return "{}";
    }
}
