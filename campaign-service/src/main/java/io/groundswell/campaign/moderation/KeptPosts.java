package io.groundswell.campaign.moderation;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.campaign.classification.Label;
import io.groundswell.campaign.post.PostState;
import io.vertx.mutiny.sqlclient.Row;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

/** Reads back what rules look at of posts that are kept. */
@ApplicationScoped
class KeptPosts {
    /** For the workspace: posts with ids from one and before another, the newest first. What is withdrawn is never read. */
    static final String PAGE = """
            select p.id, p.state, p.decided_by is not null as by_person, p.network, p.author->>'id' as author_id,
                p.author->>'handle' as author_handle, p.text, p.detected_language, p.labels::text as labels,
                array(select m.campaign_id from post_match m where m.workspace_id = $1 and m.post_id = p.id) as campaigns
            from post p
            where p.workspace_id = $1 and p.id >= $2 and p.id < $3 and p.state <> 'WITHDRAWN'
            order by p.id desc
            limit $4""";

    private final ObjectReader labels;

    KeptPosts(ObjectMapper json) {
        this.labels = json.readerFor(new TypeReference<List<Label>>() {
        });
    }

    /** A post, where it stands now, and whether a person decided that. */
    record Kept(UUID id, PostState state, boolean byPerson, ModeratedPost post) {}

    Kept read(Row row) {
        return new Kept(row.getUUID("id"), PostState.valueOf(row.getString("state")), row.getBoolean("by_person"),
                new ModeratedPost(Network.valueOf(row.getString("network")), row.getString("author_id"),
                        row.getString("author_handle"), row.getString("text"), row.getString("detected_language"),
                        labels(row.getString("labels")), Set.copyOf(Arrays.asList(row.getArrayOfUUIDs("campaigns")))));
    }

    private List<Label> labels(String stored) {
        try {
            return labels.readValue(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored labels are not the JSON that was written", e);
        }
    }
}
