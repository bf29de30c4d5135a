package io.groundswell.creator.creator;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.tier.Tier;
import io.groundswell.creator.tier.TierAssessment;
import io.groundswell.kit.workspace.WorkspaceKey;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

/** Reads creators from rows that name one creator and one of its accounts each; a creator's rows follow one another. */
final class CreatorRows {
    /** Columns of creator {@code c} and account {@code a}, under names that do not clash. */
    static final String COLUMNS = """
            c.id, c.display_name, c.kind, c.stage, c.employee_id, c.discovered_via, c.tags, c.followers, c.tier, c.tier_scheme, c.tier_certain,
            c.created_at, c.updated_at, c.version,
            a.id as account_id, a.network, a.user_id, a.handle, a.handle_key, a.display_name as account_name,
            a.followers as account_followers, a.followers_precision, a.following, a.posts as account_posts, a.bio, a.language,
            a.country, a.verified, a.profile_url, a.has_picture, a.joined_at, a.website, a.tier as account_tier,
            a.tier_certain as account_tier_certain, a.observed_at""";

    private CreatorRows() {}

    static List<Creator> creators(String workspaceId, RowSet<Row> rows) {
        List<Creator> creators = new ArrayList<>();
        for (Row row : rows) {
            UUID id = row.getUUID("id");
            if (creators.isEmpty() || !creators.getLast().id().equals(id)) {
                creators.add(creator(workspaceId, row));
            }
            if (row.getUUID("account_id") != null) {
                creators.getLast().own(account(workspaceId, row));
            }
        }
        return creators;
    }

    static Instant instant(Row row, String column) {
        OffsetDateTime time = Objects.requireNonNull(row.getOffsetDateTime(column), column);
        return time.toInstant();
    }

    private static Creator creator(String workspaceId, Row row) {
        Tier tier = tier(row, "tier");
        var stored = new CreatorView(row.getUUID("id"), row.getString("display_name"),
                CreatorKind.valueOf(row.getString("kind")), Stage.valueOf(row.getString("stage")), row.getUUID("employee_id"),
                DiscoveredVia.valueOf(row.getString("discovered_via")), List.of(row.getArrayOfStrings("tags")),
                tier == null ? null : new TierAssessment(tier, row.getString("tier_scheme"), row.getBoolean("tier_certain")),
                List.of(), null, instant(row, "created_at"), instant(row, "updated_at"), row.getLong("version"));
        return new Creator(new WorkspaceKey(workspaceId, stored.id()), stored, row.getLong("followers"));
    }

    private static Account account(String workspaceId, Row row) {
        OffsetDateTime joinedAt = row.getOffsetDateTime("joined_at");
        var facts = new AccountFacts(row.getString("user_id"), row.getString("handle"), row.getString("account_name"),
                row.getLong("account_followers"), row.getLong("followers_precision"), row.getLong("following"),
                row.getLong("account_posts"), row.getString("bio"), row.getString("language"), row.getString("country"),
                row.getBoolean("verified"), row.getString("profile_url"), row.getBoolean("has_picture"),
                joinedAt == null ? null : joinedAt.toInstant(), row.getString("website"));
        return new Account(new WorkspaceKey(workspaceId, row.getUUID("account_id")), row.getUUID("id"),
                Network.valueOf(row.getString("network")), facts, row.getString("handle_key"), tier(row, "account_tier"),
                row.getBoolean("account_tier_certain"), instant(row, "observed_at"));
    }

    private static @Nullable Tier tier(Row row, String column) {
        String name = row.getString(column);
        return name == null ? null : Tier.valueOf(name);
    }
}
