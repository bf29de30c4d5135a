package io.groundswell.campaign.listening;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.campaign.classification.Classification;
import io.groundswell.campaign.erasure.ErasedAuthors;
import io.groundswell.campaign.listening.PostPreview.MatchingCampaign;
import io.groundswell.campaign.moderation.LiveRules;
import io.groundswell.campaign.moderation.ModeratedPost;
import io.groundswell.kit.problem.FieldError;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.worker.Workers;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import com.fasterxml.jackson.databind.JsonNode;

/** Tells what ingest would make of a post, by the very rules of ingest, and keeps nothing of it. */
@ApplicationScoped
class Previews {
    private static final String NAMES = "select id, name from campaign where workspace_id = $1 and id = any($2)";

    private final WorkspaceDatabase database;
    private final LiveCampaigns campaigns;
    private final ErasedAuthors erased;
    private final NearDuplicates duplicates;
    private final LiveRules rules;
    private final Workers workers;
    private final Clock clock;

    Previews(WorkspaceDatabase database, LiveCampaigns campaigns, ErasedAuthors erased,
            NearDuplicates duplicates, LiveRules rules, Workers workers, Clock clock) {
        this.database = database;
        this.campaigns = campaigns;
        this.erased = erased;
        this.duplicates = duplicates;
        this.rules = rules;
        this.workers = workers;
        this.clock = clock;
    }

    /**
     * Reads one post of any shape. Classifies on the calling thread, which must be one that may take a millisecond.
     *
     * @throws ProblemException 422 when it cannot be read or is a page of several
     */
    Uni<PostPreview> of(Workspace workspace, JsonNode payload) {
        List<SourceItem> items = PostSources.read(payload, clock.instant());
        if (items.size() != 1) {
            throw ProblemException.validation("", "several-posts",
                    "This is a page of %d posts; send one of them.".formatted(items.size()));
        }
        return switch (items.getFirst()) {
            case SourceItem.Published(NetworkPost post) -> of(workspace, post);
            case SourceItem.Deleted(var network, var id) -> Uni.createFrom().item(
                    PostPreview.ignored("Tells that post %s on %s is gone; ingest would withdraw it.".formatted(id, network)));
            case SourceItem.AccountRemoved(var network, _) -> Uni.createFrom().item(
                    PostPreview.ignored(
                            "Tells that an account on %s is gone; ingest would withdraw its posts.".formatted(network)));
            case SourceItem.Ignored(String detail) -> Uni.createFrom().item(PostPreview.ignored(detail));
            case SourceItem.Rejected(String pointer, String code, String detail) ->
                throw ProblemException.validation(List.of(new FieldError(pointer, code, detail)));
        };
    }

    private Uni<PostPreview> of(Workspace workspace, NetworkPost post) {
        ReadPost read = ReadPost.of(Sighted.of(post, List.of()));
        return database.rehearse(workspace,
                transaction -> erased.among(transaction, workspace, List.of(post.author().on(post.network())))
                        .chain(gone -> gone.isEmpty()
                                ? matching(transaction, workspace, post).chain(found -> duplicates
                                        .resolve(transaction, workspace, List.of(read), Map.of())
                                        .chain(all -> decided(transaction, workspace, post,
                                                all.getFirst().classification(), found)))
                                : Uni.createFrom().item(PostPreview.erased())));
    }

    private Uni<PostPreview> decided(SqlConnection transaction, Workspace workspace, NetworkPost post,
            Classification classification, List<MatchingCampaign> found) {
        ModeratedPost moderated = post.moderated(classification, found.stream().map(MatchingCampaign::id).toList());
        return rules.rules(transaction, workspace)
                .chain(live -> workers.run(() -> live.decide(moderated)))
                .map(decision -> PostPreview.of(post, classification, found, decision));
    }

    private Uni<List<MatchingCampaign>> matching(SqlConnection transaction, Workspace workspace, NetworkPost post) {
        return campaigns.matcher(transaction, workspace).chain(matcher -> {
            List<Match> matches = matcher.match(post);
            if (matches.isEmpty()) {
                return Uni.createFrom().item(List.of());
            }
            UUID[] ids = matches.stream().map(Match::campaignId).toArray(UUID[]::new);
            return transaction.preparedQuery(NAMES).execute(Tuple.of(workspace.key(), ids)).map(rows -> {
                Map<UUID, String> names = new HashMap<>();
                for (Row row : rows) {
                    names.put(row.getUUID("id"), row.getString("name"));
                }
                return matches.stream().map(match -> new MatchingCampaign(match.campaignId(),
                        names.getOrDefault(match.campaignId(), ""), match.terms())).toList();
            });
        });
    }
}
