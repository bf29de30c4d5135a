package io.groundswell.campaign.listening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.LongStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.campaign.classification.Fingerprint;
import io.groundswell.campaign.classification.Label;
import io.groundswell.kit.id.Uuid7;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Finds the earlier post whose text a post repeats with few changes. Posts are compared with the first of each text only: what a
 * search costs grows with the texts there are, not with their copies.
 */
@ApplicationScoped
class NearDuplicates {
    /** Texts that were made from one form share bands without being copies; the earliest of a band are looked at. */
    private static final int MOST_OF_A_BAND = 10;
    private static final String FIND = """
            select c.ordinal, p.id, p.network, p.network_post_id, p.fingerprint
            from (
                select distinct b.ordinal, o.post_id
                from unnest($2::int[], $3::bigint[]) as b (ordinal, band)
                cross join lateral (select post_id from post_band
                    where workspace_id = $1 and band = b.band order by post_id limit %d) o
            ) c
            cross join lateral (select id, network, network_post_id, fingerprint from post
                where workspace_id = $1 and id = c.post_id limit 1) p
            where p.fingerprint is not null
            order by c.ordinal, p.id""".formatted(MOST_OF_A_BAND);

    /** Reads posts to their end: compares each with what is kept and with those before it. */
    Uni<List<PostStore.Classified>> resolve(SqlConnection transaction, Workspace workspace, List<ReadPost> posts,
            Map<String, PostStore.Kept> kept) {
        List<Integer> ordinals = new ArrayList<>();
        List<Long> bands = new ArrayList<>();
        for (int i = 0; i < posts.size(); i++) {
            Fingerprint fingerprint = posts.get(i).fingerprint();
            if (fingerprint != null) {
                for (long band : fingerprint.bands()) {
                    ordinals.add(i);
                    bands.add(band);
                }
            }
        }
        if (bands.isEmpty()) {
            return Uni.createFrom().item(() -> new Comparison(Map.of(), kept).of(posts));
        }
        return transaction.preparedQuery(FIND)
                .execute(Tuple.of(workspace.key(), ordinals.toArray(Integer[]::new), bands.toArray(Long[]::new)))
                .map(rows -> {
                    Map<Integer, List<Earlier>> found = new HashMap<>();
                    for (Row row : rows) {
                        found.computeIfAbsent(row.getInteger("ordinal"), _ -> new ArrayList<>()).add(earlier(row));
                    }
                    return new Comparison(found, kept).of(posts);
                });
    }

    private static Earlier earlier(Row row) {
        String key = PostStore.naturalKey(Network.valueOf(row.getString("network")), row.getString("network_post_id"));
        Long[] stored = row.getArrayOfLongs("fingerprint");
        return new Earlier(row.getUUID("id"), key,
                Arrays.stream(stored).limit(Fingerprint.LONGS).mapToLong(Long::longValue).toArray());
    }

    /** Returns how a fingerprint is stored. */
    static String stored(Fingerprint fingerprint) {
        return LongStream.concat(LongStream.of(fingerprint.bits()), LongStream.of(fingerprint.bands())).boxed().toList()
                .toString().replace('[', '{').replace(']', '}').replace(" ", "");
    }

    /** The first post of a text. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Earlier(UUID id, String naturalKey, long[] bits) {}

    /** An earlier post, and how much its text is like another. */
    private record Likeness(Earlier earlier, double similarity) {}

    /** Goes through a batch in its order. */
    private static final class Comparison {
        private final Map<Integer, List<Earlier>> found;
        private final Map<String, PostStore.Kept> kept;
        private final Map<Long, List<Earlier>> within = new HashMap<>();

        Comparison(Map<Integer, List<Earlier>> found, Map<String, PostStore.Kept> kept) {
            this.found = found;
            this.kept = kept;
        }

        List<PostStore.Classified> of(List<ReadPost> posts) {
            List<PostStore.Classified> classified = new ArrayList<>(posts.size());
            for (int i = 0; i < posts.size(); i++) {
                classified.add(of(i, posts.get(i)));
            }
            return classified;
        }

        private PostStore.Classified of(int ordinal, ReadPost post) {
            PostStore.Kept known = kept.get(post.naturalKey());
            UUID id = known == null ? Uuid7.next() : known.postId();
            Fingerprint fingerprint = post.fingerprint();
            Likeness most = fingerprint == null ? null : mostLike(ordinal, post, fingerprint);
            if (most != null) {
                Label label = Label.nearDuplicate(most.earlier().id(), most.similarity());
                return new PostStore.Classified(id, post.sighted(), post.classification().with(label), null);
            }
            if (fingerprint == null || known != null) {
                return new PostStore.Classified(id, post.sighted(), post.classification(), null);
            }
            var first = new Earlier(id, post.naturalKey(), fingerprint.bits());
            for (long band : fingerprint.bands()) {
                within.computeIfAbsent(band, _ -> new ArrayList<>()).add(first);
            }
            return new PostStore.Classified(id, post.sighted(), post.classification(), fingerprint);
        }

        /** Of posts that are equally alike it is the earliest. */
        private @Nullable Likeness mostLike(int ordinal, ReadPost post, Fingerprint fingerprint) {
            List<Earlier> candidates = new ArrayList<>(found.getOrDefault(ordinal, List.of()));
            for (long band : fingerprint.bands()) {
                candidates.addAll(within.getOrDefault(band, List.of()));
            }
            Likeness most = null;
            for (Earlier earlier : candidates) {
                double similarity = Fingerprint.similarity(fingerprint.bits(), earlier.bits());
                boolean alike = similarity >= Fingerprint.SIMILAR && !earlier.naturalKey().equals(post.naturalKey());
                if (alike && (most == null || similarity > Objects.requireNonNull(most).similarity())) {
                    most = new Likeness(earlier, similarity);
                }
            }
            return most;
        }
    }
}
