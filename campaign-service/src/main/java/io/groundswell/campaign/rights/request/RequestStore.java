package io.groundswell.campaign.rights.request;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.campaign.rights.licence.LicenceTerms;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Keeps requests. */
@ApplicationScoped
class RequestStore {
    static final String COLUMNS = """
            r.id, r.post_id, r.network, r.author_key, r.author_handle, r.state, r.terms::text as terms, r.approval_hashtag,
            r.brand_mention, r.locale, r.text, r.created_at, r.sent_at, r.expires_at, r.decided_at, r.reason, r.version""";
    private static final String INSERT = """
            insert into rights_request (workspace_id, id, post_id, network, author_key, author_handle, state, terms,
                approval_hashtag, brand_mention, locale, created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8::text::jsonb, $9, $10, $11, $12)""";
    private static final String UPDATE = """
            update rights_request set state = $3, text = $4, sent_at = $5, expires_at = $6, decided_at = $7, reason = $8,
                version = $9
            where workspace_id = $1 and id = $2""";
    private static final String FIND = "select " + COLUMNS + " from rights_request r where r.workspace_id = $1 and r.id = $2";
    private static final String DUE = "select " + COLUMNS
            + " from rights_request r where r.workspace_id = $1 and r.state = 'SENT' and r.expires_at <= $2 order by r.id";
    private static final String OF_POSTS = "select " + COLUMNS
            + " from rights_request r where r.workspace_id = $1 and r.post_id = any($2) and r.state in ('DRAFT', 'SENT')";
    private static final String OPEN_AT = "select p.network_post_id, " + COLUMNS + """
             from unnest($2::text[], $3::text[]) as a (network, network_post_id)
            join post p on p.workspace_id = $1 and p.network = a.network and p.network_post_id = a.network_post_id
            join rights_request r on r.workspace_id = $1 and r.post_id = p.id and r.state = 'SENT'
            where p.state <> 'WITHDRAWN'""";
    /** What there was with the author and on the network, for deciding whether one more may go out. */
    private static final String HISTORY = """
            select
                (select max(decided_at) from rights_request
                 where workspace_id = $1 and network = $2 and author_key = $3 and state = 'DECLINED') as declined_at,
                exists (select from rights_request
                 where workspace_id = $1 and network = $2 and author_key = $3 and state = 'SENT') as is_asked,
                (select sent_at from rights_request where workspace_id = $1 and network = $2 and sent_at is not null
                 order by sent_at desc offset $4 limit 1) as hourth,
                (select sent_at from rights_request where workspace_id = $1 and network = $2 and sent_at is not null
                 order by sent_at desc offset $5 limit 1) as dayth""";
    private static final String LAST = "select " + COLUMNS + """
             from rights_request r where r.workspace_id = $1 and r.network = $2 and r.sent_at is not null
            order by r.sent_at desc, r.id desc limit 1""";

    private final ObjectMapper json;

    RequestStore(ObjectMapper json) {
        this.json = json;
    }

    /**
     * What there was before.
     *
     * @param declinedAt when the author last declined
     * @param isAsked whether another request waits for the author
     * @param last what was sent last on the network
     * @param hourth when the request was sent that is as many back as an hour may have
     * @param dayth likewise for a day
     */
    record History(@Nullable Instant declinedAt, boolean isAsked, @Nullable RightsRequest last, @Nullable Instant hourth,
            @Nullable Instant dayth) {}

    Uni<Void> add(SqlConnection transaction, Workspace workspace, RightsRequest request) {
        return transaction.preparedQuery(INSERT).execute(Tuple.tuple().addString(workspace.key()).addUUID(request.id())
                .addUUID(request.postId()).addString(request.network().name()).addString(request.authorKey())
                .addString(request.authorHandle()).addString(request.state().name()).addString(write(request.terms()))
                .addString(request.approvalHashtag()).addString(request.brandMention()).addString(request.locale().tag())
                .addOffsetDateTime(utc(request.createdAt()))).replaceWithVoid();
    }

    Uni<Void> change(SqlConnection transaction, Workspace workspace, RightsRequest request) {
        return transaction.preparedQuery(UPDATE).execute(Tuple.tuple().addString(workspace.key()).addUUID(request.id())
                .addString(request.state().name()).addString(request.text()).addOffsetDateTime(utc(request.sentAt()))
                .addOffsetDateTime(utc(request.expiresAt())).addOffsetDateTime(utc(request.decidedAt()))
                .addString(request.reason()).addLong(request.version())).replaceWithVoid();
    }

    Uni<@Nullable RightsRequest> find(SqlConnection transaction, Workspace workspace, UUID id) {
        return transaction.preparedQuery(FIND).execute(Tuple.of(workspace.key(), id))
                .map(rows -> rows.size() == 0 ? null : request(rows.iterator().next()));
    }

    Uni<List<RightsRequest>> due(SqlConnection transaction, Workspace workspace, Instant now) {
        return transaction.preparedQuery(DUE).execute(Tuple.of(workspace.key(), utc(now))).map(this::requests);
    }

    /** Returns the requests for these posts that are not decided. */
    Uni<List<RightsRequest>> undecided(SqlConnection transaction, Workspace workspace, List<UUID> posts) {
        return transaction.preparedQuery(OF_POSTS).execute(Tuple.of(workspace.key(), posts.toArray(UUID[]::new)))
                .map(this::requests);
    }

    /** A request that waits for an answer at a post, which the network knows by this id. */
    record Waiting(String networkPostId, RightsRequest request) {}

    Uni<List<Waiting>> waitingAt(SqlConnection transaction, Workspace workspace, String[] networks, String[] networkPostIds) {
        return transaction.preparedQuery(OPEN_AT).execute(Tuple.of(workspace.key(), networks, networkPostIds))
                .map(rows -> rows.stream().map(row -> new Waiting(row.getString("network_post_id"), request(row))).toList());
    }

    Uni<History> history(SqlConnection transaction, Workspace workspace, RightsRequest request, Throttle throttle) {
        return transaction.preparedQuery(LAST).execute(Tuple.of(workspace.key(), request.network().name()))
                .map(rows -> rows.size() == 0 ? null : request(rows.iterator().next()))
                .chain(last -> transaction.preparedQuery(HISTORY)
                        .execute(
                                Tuple.of(workspace.key(), request.network().name(), request.authorKey(), throttle.perHour() - 1,
                                        throttle.perDay() - 1))
                        .map(rows -> {
                            Row row = rows.iterator().next();
                            return new History(instant(row, "declined_at"), row.getBoolean("is_asked"), last,
                                    instant(row, "hourth"), instant(row, "dayth"));
                        }));
    }

    private List<RightsRequest> requests(RowSet<Row> rows) {
        return rows.stream().map(this::request).toList();
    }

    RightsRequest request(Row row) {
        return new RightsRequest(row.getUUID("id"), row.getUUID("post_id"), Network.valueOf(row.getString("network")),
                row.getString("author_key"), row.getString("author_handle"), RequestState.valueOf(row.getString("state")),
                terms(row.getString("terms")), row.getString("approval_hashtag"), row.getString("brand_mention"),
                RequestLocale.ofTag(row.getString("locale")), row.getString("text"),
                row.getOffsetDateTime("created_at").toInstant(), instant(row, "sent_at"), instant(row, "expires_at"),
                instant(row, "decided_at"), row.getString("reason"), row.getLong("version"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private LicenceTerms terms(String text) {
        try {
            return json.readValue(text, LicenceTerms.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored terms are not what was written", e);
        }
    }

    private String write(LicenceTerms terms) {
        try {
            return json.writeValueAsString(terms);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Terms must be writable as JSON", e);
        }
    }
}
