package io.groundswell.campaign.listening;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.campaign.classification.Classification;
import io.groundswell.campaign.classification.Fingerprint;
import io.groundswell.campaign.moderation.Verdict;
import io.groundswell.campaign.post.DecidingRule;
import io.groundswell.kit.id.Uuid7;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Posts in PostgreSQL. A batch is one statement: it finds what is known, inserts or moves forward, ties posts to campaigns
 * and tells the other services, so nothing of it can be true without the rest.
 */
@ApplicationScoped
class PostStore {
    private static final String SEPARATOR = "\u001f";

    /** As many as Instagram permits in a post; whoever writes more writes lists. */
    private static final int MOST_HASHTAGS_TOLD = 30;

    private static final String STORE = Statement.named("store-posts");

    private static final String KEPT = """
            select p.network, p.network_post_id, p.id, p.observed_at, p.digest, p.state,
                array(select m.campaign_id from post_match m where m.workspace_id = $1 and m.post_id = p.id) as campaigns
            from unnest($2::text[], $3::text[]) as i (network, network_post_id)
            cross join lateral (select * from post k
                where k.workspace_id = $1 and k.network = i.network and k.network_post_id = i.network_post_id limit 1) p""";

    private final ObjectMapper json;

    PostStore(ObjectMapper json) {
        this.json = json;
    }

    /**
     * A sighted post and what was found out about it.
     *
     * @param id of the post when it is new
     * @param first the fingerprint to find copies by; null when it is a copy itself, known already, or too short
     */
    record Classified(UUID id, Sighted sighted, Classification classification, @Nullable Fingerprint first) {
        NetworkPost post() {
            return sighted.post();
        }
    }

    /** What is kept of a post, and for which campaigns. */
    record Kept(UUID postId, Instant observedAt, UUID digest, boolean withdrawn, Set<UUID> campaigns) {
        /** Tells whether storing the post would change anything. */
        boolean isNews(Sighted sighted) {
            return !withdrawn && ((sighted.post().observedAt().isAfter(observedAt) && !sighted.digest().equals(digest))
                    || !campaigns.containsAll(sighted.campaignIds()));
        }

        Known asBefore() {
            return new Known(postId, observedAt, digest, withdrawn, false, false);
        }
    }

    /**
     * What the database knew of a post before.
     *
     * @param observedAt null when it was not known
     * @param decidedAnew whether it was known and rules decided otherwise on it now
     */
    record Known(@Nullable UUID postId, @Nullable Instant observedAt, @Nullable UUID digest, boolean withdrawn,
            boolean newlyMatched, boolean decidedAnew) {}

    /** Returns what is kept of the posts, by natural key. Most bodies that are sent again end here. */
    Uni<Map<String, Kept>> kept(SqlConnection transaction, Workspace workspace, Collection<Sighted> posts) {
        String[] networks = posts.stream().map(sighted -> sighted.post().network().name()).toArray(String[]::new);
        String[] ids = posts.stream().map(sighted -> sighted.post().networkPostId()).toArray(String[]::new);
        return transaction.preparedQuery(KEPT).execute(Tuple.of(workspace.key(), networks, ids)).map(rows -> {
            Map<String, Kept> kept = new HashMap<>();
            for (Row row : rows) {
                kept.put(naturalKey(Network.valueOf(row.getString("network")), row.getString("network_post_id")),
                        new Kept(row.getUUID("id"), row.getOffsetDateTime("observed_at").toInstant(), row.getUUID("digest"),
                                "WITHDRAWN".equals(row.getString("state")), Set.of(row.getArrayOfUUIDs("campaigns"))));
            }
            return kept;
        });
    }

    /** Stores posts of distinct natural keys with what rules make of each; returns what was known of each before, in order. */
    Uni<List<Known>> store(SqlConnection transaction, Workspace workspace, List<Classified> posts, List<Verdict> verdicts) {
        Tuple parameters = addVerdicts(parameters(workspace, posts), verdicts);
        return transaction.preparedQuery(STORE).execute(parameters).map(rows -> {
            Known[] known = new Known[posts.size()];
            for (Row row : rows) {
                OffsetDateTime observedAt = row.getOffsetDateTime("observed_at");
                known[row.getInteger("ordinal")] = new Known(row.getUUID("post_id"),
                        observedAt == null ? null : observedAt.toInstant(), row.getUUID("digest"),
                        "WITHDRAWN".equals(row.getString("state")), row.getBoolean("newly_matched"),
                        row.getBoolean("decided_anew"));
            }
            return List.of(known);
        });
    }

    static String naturalKey(Network network, String networkPostId) {
        return network + " " + networkPostId;
    }

    private Tuple parameters(Workspace workspace, List<Classified> posts) {
        int size = posts.size();
        Integer[] ordinals = new Integer[size];
        String[] methods = new String[size];
        Double[] rates = new Double[size];
        UUID[] digests = new UUID[size];
        for (int i = 0; i < size; i++) {
            EngagementRate rate = EngagementRate.of(posts.get(i).post());
            ordinals[i] = i;
            methods[i] = rate.method().name();
            rates[i] = rate.value();
            digests[i] = posts.get(i).sighted().digest();
        }
        Tuple tuple = Tuple.tuple();
        tuple.addString(workspace.key());
        tuple.addArrayOfInteger(ordinals);
        tuple.addArrayOfUUID(column(posts, UUID[]::new, Classified::id));
        tuple.addArrayOfString(texts(posts, post -> post.network().name()));
        tuple.addArrayOfString(texts(posts, NetworkPost::networkPostId));
        tuple.addArrayOfString(texts(posts, post -> post.author().key()));
        tuple.addArrayOfString(texts(posts, post -> write(post.author())));
        tuple.addArrayOfString(texts(posts, NetworkPost::text));
        tuple.addArrayOfString(texts(posts, NetworkPost::language));
        tuple.addArrayOfString(texts(posts, NetworkPost::permalink));
        tuple.addArrayOfOffsetDateTime(times(posts, NetworkPost::publishedAt));
        tuple.addArrayOfOffsetDateTime(times(posts, NetworkPost::observedAt));
        tuple.addArrayOfLong(counts(posts, Engagement::likes));
        tuple.addArrayOfLong(counts(posts, Engagement::comments));
        tuple.addArrayOfLong(counts(posts, Engagement::shares));
        tuple.addArrayOfLong(counts(posts, Engagement::saves));
        tuple.addArrayOfLong(counts(posts, Engagement::views));
        tuple.addArrayOfLong(counts(posts, Engagement::impressions));
        tuple.addArrayOfLong(counts(posts, Engagement::reach));
        tuple.addArrayOfString(methods);
        tuple.addArrayOfDouble(rates);
        tuple.addArrayOfString(texts(posts, post -> String.join(SEPARATOR, post.terms().hashtags())));
        tuple.addArrayOfString(texts(posts, post -> String.join(SEPARATOR, post.terms().mentions())));
        tuple.addArrayOfString(texts(posts, post -> String.join(SEPARATOR, post.terms().links())));
        tuple.addArrayOfString(texts(posts, post -> write(post.media())));
        tuple.addArrayOfUUID(digests);
        tuple.addArrayOfUUID(column(posts, UUID[]::new, _ -> Uuid7.next()));
        tuple.addArrayOfString(column(posts, String[]::new, this::event));
        addMatches(tuple, posts);
        tuple.addArrayOfString(column(posts, String[]::new, stored -> write(stored.classification().labels())));
        tuple.addArrayOfString(column(posts, String[]::new, stored -> stored.classification().language().detected()));
        addFingerprints(tuple, posts);
        return tuple;
    }

    private Tuple addVerdicts(Tuple tuple, List<Verdict> verdicts) {
        String[] states = new String[verdicts.size()];
        UUID[] ids = new UUID[verdicts.size()];
        String[] rules = new String[verdicts.size()];
        for (int i = 0; i < states.length; i++) {
            DecidingRule rule = verdicts.get(i).rule();
            states[i] = verdicts.get(i).state().name();
            ids[i] = rule == null ? null : rule.id();
            rules[i] = rule == null ? null : write(rule);
        }
        return tuple.addArrayOfString(states).addArrayOfUUID(ids).addArrayOfString(rules);
    }

    private static void addMatches(Tuple tuple, List<Classified> posts) {
        int size = posts.stream().mapToInt(post -> post.sighted().matches().size()).sum();
        Integer[] ordinals = new Integer[size];
        UUID[] campaigns = new UUID[size];
        Boolean[] byHashtag = new Boolean[size];
        Boolean[] byMention = new Boolean[size];
        Boolean[] byKeyword = new Boolean[size];
        int at = 0;
        for (int i = 0; i < posts.size(); i++) {
            for (Match match : posts.get(i).sighted().matches()) {
                ordinals[at] = i;
                campaigns[at] = match.campaignId();
                byHashtag[at] = match.by(Match.By.HASHTAG);
                byMention[at] = match.by(Match.By.MENTION);
                byKeyword[at] = match.by(Match.By.KEYWORD);
                at++;
            }
        }
        tuple.addArrayOfInteger(ordinals);
        tuple.addArrayOfUUID(campaigns);
        tuple.addArrayOfBoolean(byHashtag);
        tuple.addArrayOfBoolean(byMention);
        tuple.addArrayOfBoolean(byKeyword);
    }

    private static void addFingerprints(Tuple tuple, List<Classified> posts) {
        String[] fingerprints = new String[posts.size()];
        List<Integer> ordinals = new ArrayList<>();
        List<Long> bands = new ArrayList<>();
        for (int i = 0; i < posts.size(); i++) {
            Fingerprint first = posts.get(i).first();
            if (first != null) {
                fingerprints[i] = NearDuplicates.stored(first);
                for (long band : first.bands()) {
                    ordinals.add(i);
                    bands.add(band);
                }
            }
        }
        tuple.addArrayOfString(fingerprints);
        tuple.addArrayOfInteger(ordinals.toArray(Integer[]::new));
        tuple.addArrayOfLong(bands.toArray(Long[]::new));
    }

    /** What the other services are told; the statement adds the id, which only it knows for a known post. */
    private String event(Classified stored) {
        NetworkPost post = stored.post();
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        event.put("network", post.network());
        event.put("networkPostId", post.networkPostId());
        event.put("campaignIds", stored.sighted().matches().stream().map(Match::campaignId).toList());
        event.put("reasons", reasons(stored.sighted().matches()));
        event.put("publishedAt", post.publishedAt());
        event.put("observedAt", post.observedAt());
        event.put("language", post.language());
        event.put("hashtags", post.terms().hashtags().stream().limit(MOST_HASHTAGS_TOLD).toList());
        event.put("author", post.author());
        event.put("engagement", post.engagement());
        return write(event);
    }

    private static List<String> reasons(List<Match> matches) {
        return Arrays.stream(Match.By.values()).filter(by -> matches.stream().anyMatch(match -> match.by(by)))
                .map(Match.By::name)
                .toList();
    }

    private static <T> T[] column(List<Classified> posts, java.util.function.IntFunction<T[]> array,
            Function<Classified, T> value) {
        return posts.stream().map(value).toArray(array);
    }

    private static String[] texts(List<Classified> posts, Function<NetworkPost, @Nullable String> value) {
        return posts.stream().map(classified -> value.apply(classified.post())).toArray(String[]::new);
    }

    private static OffsetDateTime[] times(List<Classified> posts, Function<NetworkPost, Instant> value) {
        return posts.stream().map(classified -> value.apply(classified.post()).atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }

    private static Long[] counts(List<Classified> posts, Function<Engagement, @Nullable Long> value) {
        return posts.stream().map(classified -> value.apply(classified.post().engagement())).toArray(Long[]::new);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of ours must be writable as JSON", e);
        }
    }
}
