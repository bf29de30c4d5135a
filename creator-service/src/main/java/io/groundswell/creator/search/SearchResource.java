package io.groundswell.creator.search;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.paging.CursorScope;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.workspace.CurrentWorkspace;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;

/** Discovery over HTTP. */
@Path("/v1/creators/search")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search", description = "Creators found by words and by what is known of them, and the index behind it")
public class SearchResource {
    private final CreatorSearch search;
    private final CurrentWorkspace current;

    SearchResource(CreatorSearch search, CurrentWorkspace current) {
        this.search = search;
        this.current = current;
    }

    @GET
    @RolesAllowed("creators:read")
    @Operation(operationId = "searchCreators", summary = "Search creators", description = """
            Words are compared without regard to case, accents and width, Chinese without regard to traditional and simplified \
            characters; Chinese, Japanese, Korean and Thai need no spaces. Everything must be found: each word, and of each \
            parameter one of its values. A change is found within about a second.""")
    @APIResponse(responseCode = "200", description = "A page of creators", content = @Content(schema = @Schema(implementation = SearchAnswer.class)))
    public Uni<SearchAnswer> searchCreators(@BeanParam CreatorSearchFilter filter,
            @Parameter(description = "Facets to count, separated by commas: tier, network, topic, country, language, stage, kind, discoveredVia, tag, campaignId", example = "tier,network") //
            @QueryParam("facets") @Nullable String facets,
            @Parameter(description = "Whether to say how many match, as far as the index knows", example = "true") //
            @QueryParam("total") @Nullable Boolean total, @QueryParam("limit") @Nullable Limit limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Workspace workspace = current.get();
        return search.search(workspace, filter.criteria(),
                new CreatorSearch.Wish(FacetChoice.of(facets), Boolean.TRUE.equals(total)), Limit.orDefault(limit), cursor,
                CursorScope.of(workspace.key(), "searchCreators"));
    }
}
