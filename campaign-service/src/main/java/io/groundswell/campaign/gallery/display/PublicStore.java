package io.groundswell.campaign.gallery.display;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.campaign.gallery.ProductTag;
import io.groundswell.campaign.gallery.WebAddress;
import io.groundswell.campaign.gallery.display.PublicItem.PublicAuthor;
import io.groundswell.campaign.gallery.display.PublicItem.PublicMedium;
import io.groundswell.campaign.rights.licence.Channel;
import io.groundswell.kit.paging.Cursor;
import io.groundswell.kit.paging.CursorScope;
import io.groundswell.kit.paging.Cursors;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads what may be shown at this moment. */
@ApplicationScoped
class PublicStore {
    private static final String FIND = "select workspace_id, id from collection where public_id = $1 and published";

    /**
     * One statement, so the revision is that of exactly this content. Order is by (rank, score, id): the place of what is
     * pinned, then time or engagement. A post ends with the last of the grants that permit it now.
     */
    private static final String PAGE = """
            with c as (
                select title, channel, territory, item_order like 'PINNED%%' as pins, item_order like '%%NEWEST' as by_time,
                    updated_at
                from collection where workspace_id = $1 and id = $2 and published
            ), shown as (
                select p.id, p.network, p.text, coalesce(p.detected_language, p.language) as language, p.permalink,
                    p.published_at, p.author::text as author,
                    p.media::text as media, cp.products::text as products, c.pins and cp.pin is not null as pinned,
                    case when c.pins then coalesce(cp.pin, 2147483647) else 0 end as rank,
                    case when c.by_time then -extract(epoch from p.published_at)::float8
                        else coalesce(-p.engagement_rate, 1) end as score,
                    nullif(g.ends_at, 'infinity') as ends_at
                from c
                join collection_post cp on cp.workspace_id = $1 and cp.collection_id = $2
                join post p on p.workspace_id = $1 and p.id = cp.post_id and p.state in ('PUBLISHABLE', 'PUBLISHED')
                cross join lateral (
                    select max(coalesce(g.ends_at, 'infinity')) as ends_at from rights_grant g
                    where g.workspace_id = $1 and g.post_id = p.id and g.state in ('ACTIVE', 'EXPIRING')
                        and 'DISPLAY' = any(g.actions) and c.channel = any(g.channels)
                        and (cardinality(g.territories) = 0 or c.territory = any(g.territories))
                        and g.starts_at <= $3 and (g.ends_at is null or g.ends_at > $3)
                ) g
                where g.ends_at is not null
            ), page as (
                select * from shown
                where $4::integer is null or (rank, score, id) %1$s ($4::integer, $5::float8, $6::uuid)
                order by rank %2$s, score %2$s, id %2$s limit $7
            )
            select coalesce((select revision::text from gallery_revision where workspace_id = $1), '') as revision,
                c.title, c.channel, c.updated_at, page.*
            from (select) one left join c on true left join page on true
            order by rank %2$s, score %2$s, id %2$s""";
    private static final String FORWARDS = PAGE.formatted(">", "asc");
    private static final String BACKWARDS = PAGE.formatted("<", "desc");
    private static final TypeReference<List<ProductTag>> PRODUCTS = new TypeReference<>() {
    };

    private final WorkspaceDatabase database;
    private final Cursors cursors;
    private final ObjectMapper json;
    private final Clock clock;

    PublicStore(WorkspaceDatabase database, Cursors cursors, ObjectMapper json, Clock clock) {
        this.database = database;
        this.cursors = cursors;
        this.json = json;
        this.clock = clock;
    }

    /** A collection by its owner. */
    record Place(Workspace workspace, UUID id) {}

    private record Ranked(int rank, double score, PublicItem item) {
        List<String> keys() {
            return List.of(Integer.toString(rank), Double.toString(score), item.id().toString());
        }
    }

    /** Returns where the public collection is, or null when there is none. */
    Uni<@Nullable Place> find(String publicId) {
        return database.read(Workspace.EVERY, FIND, Tuple.of(publicId)).map(rows -> {
            if (rows.size() == 0) {
                return null;
            }
            Row row = rows.iterator().next();
            return new Place(new Workspace(row.getString("workspace_id")), row.getUUID("id"));
        });
    }

    /** Returns where to go on; fails with 400 when the cursor was not issued for this collection. */
    @Nullable
    Cursor cursor(PublicRead read) {
        return cursors.openIfPresent(scope(read), read.cursor());
    }

    /** Reads what may be shown now. */
    Uni<PublicPage> page(Place place, PublicRead read) {
        Cursor at = cursor(read);
        Tuple parameters = Tuple.tuple().addString(place.workspace().key()).addUUID(place.id())
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC))
                .addInteger(at == null ? null : Integer.valueOf(at.keys().get(0)))
                .addDouble(at == null ? null : Double.valueOf(at.keys().get(1)))
                .addUUID(at == null ? null : UUID.fromString(at.keys().get(2)))
                .addInteger(read.limit().rows());
        return database.search(place.workspace(), at != null && at.backwards() ? BACKWARDS : FORWARDS, parameters)
                .map(rows -> page(rows, read, at));
    }

    private PublicPage page(RowSet<Row> rows, PublicRead read, @Nullable Cursor at) {
        Row first = rows.iterator().next();
        if (first.getString("title") == null) {
            return new PublicPage(first.getString("revision"), null);
        }
        List<Ranked> ranked = new ArrayList<>();
        Instant firstEnd = null;
        for (Row row : rows) {
            if (row.getUUID("id") != null) {
                ranked.add(new Ranked(row.getInteger("rank"), row.getDouble("score"), item(row)));
                OffsetDateTime end = row.getOffsetDateTime("ends_at");
                firstEnd = end == null || (firstEnd != null && firstEnd.isBefore(end.toInstant())) ? firstEnd : end.toInstant();
            }
        }
        var page = cursors.page(scope(read), at, read.limit(), ranked, Ranked::keys, Ranked::item);
        var collection = new PublicCollection(first.getString("title"), Channel.valueOf(first.getString("channel")),
                page.items(), page.page());
        return new PublicPage(first.getString("revision"),
                new PublicPage.Shown(collection, first.getOffsetDateTime("updated_at").toInstant(), firstEnd));
    }

    private static CursorScope scope(PublicRead read) {
        return CursorScope.of(read.publicId(), "getPublicCollection");
    }

    private PublicItem item(Row row) {
        try {
            JsonNode told = json.readTree(row.getString("author"));
            Network network = Network.valueOf(row.getString("network"));
            var author = new PublicAuthor(text(told, "handle"), text(told, "displayName"));
            String permalink = row.getString("permalink");
            return new PublicItem(row.getUUID("id"), network, DisplayText.clean(row.getString("text")),
                    row.getString("language"),
                    author, author.attribution(network),
                    permalink != null && WebAddress.isPublic(permalink) ? permalink : null,
                    Objects.requireNonNull(row.getOffsetDateTime("published_at")).toInstant(),
                    media(json.readTree(row.getString("media"))), json.readValue(row.getString("products"), PRODUCTS),
                    row.getBoolean("pinned"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL returned a jsonb value that is not what was written", e);
        }
    }

    private static @Nullable String text(JsonNode author, String member) {
        JsonNode value = author.path(member);
        return value.isTextual() ? DisplayText.clean(value.asText()).replace('\n', ' ').strip() : null;
    }

    /** What strangers told as the address of a picture can be any address. */
    private static List<PublicMedium> media(JsonNode told) {
        List<PublicMedium> media = new ArrayList<>();
        told.forEach(medium -> {
            String url = medium.path("url").asText("");
            if (WebAddress.isPublic(url)) {
                media.add(new PublicMedium(medium.path("type").asText("IMAGE"), url));
            }
        });
        return media;
    }
}
