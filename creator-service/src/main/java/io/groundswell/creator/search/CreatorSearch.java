package io.groundswell.creator.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.CreatorView;
import io.groundswell.creator.creator.CreatorViews;
import io.groundswell.creator.scoring.FitProfiles;
import io.groundswell.creator.search.SearchAnswer.FacetValue;
import io.groundswell.creator.search.SearchAnswer.IndexState;
import io.groundswell.creator.search.index.Dimension;
import io.groundswell.creator.search.index.Facets;
import io.groundswell.creator.search.index.Found;
import io.groundswell.creator.search.index.Hit;
import io.groundswell.creator.search.index.Paging;
import io.groundswell.creator.search.index.Scoring;
import io.groundswell.creator.search.index.SearchIndexes;
import io.groundswell.creator.search.index.SearchQuery;
import io.groundswell.kit.paging.Cursor;
import io.groundswell.kit.paging.CursorScope;
import io.groundswell.kit.paging.Cursors;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.worker.Workers;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Finds creators in the index and shows them from the database. */
@ApplicationScoped
public class CreatorSearch {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SearchIndexes indexes;
    private final CreatorViews views;
    private final Cursors cursors;
    private final FitProfiles profiles;
    private final ObjectMapper json;
    private final Workers workers;

    CreatorSearch(SearchIndexes indexes, CreatorViews views, Cursors cursors, FitProfiles profiles, ObjectMapper json,
            Workers workers) {
        this.workers = workers;
        this.indexes = indexes;
        this.profiles = profiles;
        this.views = views;
        this.cursors = cursors;
        this.json = json;
    }

    /**
     * What to answer with besides a page.
     *
     * @param facets which to count
     * @param total whether to say how many match
     */
    public record Wish(Set<Dimension> facets, boolean total) {
        /** Returns the dimensions to count, none for the total alone; null when nothing is to be counted. */
        @Nullable
        Set<Dimension> counted() {
            return total || !facets.isEmpty() ? facets : null;
        }
    }

    /**
     * Searches on a thread that may wait for disk; all else stays on the event loop, which saves two changes of thread.
     *
     * @param scope what a cursor of this search belongs to, its criteria not yet included
     */
    public Uni<SearchAnswer> search(Workspace workspace, SearchCriteria criteria, Wish wish, Limit limit,
            @Nullable String cursor, CursorScope scope) {
        CursorScope full = scope.with("criteria", written(criteria));
        Cursor at = cursors.openIfPresent(full, cursor);
        return workers
                .run(() -> find(workspace, criteria.query(scoring(workspace, criteria)), paging(criteria, limit, at), wish))
                .chain(found -> {
                    Page<UUID> page = cursors.page(full, at, limit, found.hits(), CreatorSearch::keys, Hit::id);
                    return views.of(workspace, page.items()).map(shown -> answer(page, shown, wish, found));
                });
    }

    private Found find(Workspace workspace, SearchQuery query, Paging paging, Wish wish) {
        try {
            return indexes.find(workspace, query, paging, wish.counted());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails with 404 when there is no such profile. */
    private @Nullable Scoring scoring(Workspace workspace, SearchCriteria criteria) {
        return criteria.profileId() == null || !criteria.needsScores()
                ? null
                : new ProfileScoring(profiles.latest(workspace, criteria.profileId()).await().atMost(PATIENCE));
    }

    /** JSON, because no two different criteria look alike in it. */
    private String written(SearchCriteria criteria) {
        try {
            return json.writeValueAsString(criteria);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Criteria must be writable as JSON", e);
        }
    }

    private static Paging paging(SearchCriteria criteria, Limit limit, @Nullable Cursor at) {
        return new Paging(criteria.order(), at == null ? null : hit(at.keys()), at != null && at.backwards(), limit.rows());
    }

    private static List<String> keys(Hit hit) {
        return List.of(Long.toString(hit.key()), hit.id().toString());
    }

    private static Hit hit(List<String> keys) {
        return new Hit(Long.parseLong(keys.getFirst()), UUID.fromString(keys.getLast()));
    }

    private static SearchAnswer answer(Page<UUID> page, Map<UUID, CreatorView> shown, Wish wish, Found found) {
        Facets facets = found.facets();
        return new SearchAnswer(List.copyOf(shown.values()), page.page(),
                facets == null || wish.facets().isEmpty() ? null : values(facets),
                facets == null || !wish.total() ? null : facets.total(),
                new IndexState(found.status().state(), found.status().documents()));
    }

    private static Map<String, List<FacetValue>> values(Facets facets) {
        Map<String, List<FacetValue>> values = new LinkedHashMap<>();
        facets.counts().forEach((dimension, counts) -> values.put(dimension.parameter(),
                counts.stream().map(count -> new FacetValue(count.value(), count.count())).toList()));
        return values;
    }
}
