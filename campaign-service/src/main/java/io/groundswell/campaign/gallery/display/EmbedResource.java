package io.groundswell.campaign.gallery.display;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.gallery.PublicUrls;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.problem.Problem;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Tells sites that know oEmbed how to embed a collection (oembed.com, version 1.0). */
@Path("/v1/public/oembed")
@PermitAll
@Tag(name = "Public collections")
public class EmbedResource {
    private static final ProblemType NOT_IMPLEMENTED = new ProblemType("oembed-format-not-supported", 501,
            "oEmbed answers are given as JSON only");
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int LEAST = 64;

    private final Answers answers;
    private final PublicUrls urls;

    EmbedResource(Answers answers, PublicUrls urls) {
        this.answers = answers;
        this.urls = urls;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "embedCollection", summary = "Ask by oEmbed how to embed a collection", description = """
            Knows the addresses `publicUrl` and `wallUrl` of published collections. The HTML is a frame without tracking.""")
    @APIResponse(responseCode = "200", description = "An oEmbed answer of type rich", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "404", description = "The address is not that of a published collection")
    @APIResponse(responseCode = "501", description = "XML was asked for", content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public Uni<Response> embed(
            @Parameter(description = "Address of a collection", required = true, example = "https://groundswell.example.com/wall/7hRkT2qXbM9vWc4DnE6sYg", schema = @Schema(type = SchemaType.STRING, format = "uri")) @QueryParam("url") @Nullable String url,
            @Parameter(description = "json, which is what comes without it; xml is answered with 501") @QueryParam("format") @Nullable String format,
            @Parameter(description = "Widest frame, in CSS pixels; default: 640") @QueryParam("maxwidth") @Nullable Integer maxWidth,
            @Parameter(description = "Highest frame, in CSS pixels; default: 480") @QueryParam("maxheight") @Nullable Integer maxHeight,
            @Parameter(description = "Accepted, and without effect: nobody is tracked") @QueryParam("dnt") @Nullable String dnt,
            @Context RoutingContext context) {
        if (format != null && !format.equals("json")) {
            throw ProblemException.of(NOT_IMPLEMENTED, "Ask for format=json.");
        }
        if (url == null) {
            throw ProblemException.parameter("url", "required", "url must be the address of a collection.");
        }
        String publicId = urls.idIn(url);
        if (publicId == null) {
            throw ProblemException.of(ProblemType.NOT_FOUND, "The address is not that of a published collection.");
        }
        int width = within(maxWidth, WIDTH);
        int height = within(maxHeight, HEIGHT);
        return answers.find(new PublicRead(publicId, Format.JSON, Limit.DEFAULT, null), PublicRoute.arrivedAt(context))
                .map(content -> Response.ok(embedding(publicId, content.title(), width, height))
                        .header(HttpHeaders.CACHE_CONTROL, PublicHeaders.REVALIDATE).build());
    }

    private static int within(@Nullable Integer most, int usual) {
        return most == null ? usual : Math.max(LEAST, Math.min(most, usual));
    }

    private Map<String, Object> embedding(String publicId, String title, int width, int height) {
        Element frame = new Element("iframe").attr("src", urls.wall(publicId)).attr("title", title)
                .attr("width", Integer.toString(width)).attr("height", Integer.toString(height)).attr("loading", "lazy")
                .attr("sandbox", "allow-scripts allow-same-origin allow-popups").attr("style", "border:0");
        Map<String, Object> embedding = new LinkedHashMap<>();
        embedding.put("version", "1.0");
        embedding.put("type", "rich");
        embedding.put("title", title);
        embedding.put("provider_name", "Groundswell");
        embedding.put("provider_url", urls.origin());
        embedding.put("width", width);
        embedding.put("height", height);
        embedding.put("html", frame.outerHtml());
        return embedding;
    }
}
