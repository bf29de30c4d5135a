package io.groundswell.creator.audience;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.paging.Cursor;
import io.groundswell.kit.paging.CursorScope;
import io.groundswell.kit.paging.Cursors;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;

/** Shows models. There are a handful of them, so pages are cut in memory. */
@ApplicationScoped
class AudienceModelList {
    private final AudienceModels models;
    private final Cursors cursors;

    AudienceModelList(AudienceModels models, Cursors cursors) {
        this.models = models;
        this.cursors = cursors;
    }

    /** Returns the model, or fails with 404. */
    Uni<AudienceModelView> get(Workspace workspace, String id) {
        return models.get(workspace, id).map(AudienceModelView::of);
    }

    Uni<Page<AudienceModelView>> page(Workspace workspace, Limit limit, @Nullable String cursor) {
        CursorScope scope = CursorScope.of(workspace.key(), "listAudienceModels");
        Cursor at = cursors.openIfPresent(scope, cursor);
        return models.all(workspace)
                .map(all -> cursors.page(scope, at, limit, from(at, all), model -> List.of(model.id()),
                        AudienceModelView::of));
    }

    private static List<AudienceModel> from(@Nullable Cursor at, List<AudienceModel> all) {
        if (at == null) {
            return all;
        }
        List<AudienceModel> inOrder = at.backwards() ? all.reversed() : all;
        return inOrder.stream().dropWhile(model -> !model.id().equals(at.keys().getFirst())).skip(1).toList();
    }
}
