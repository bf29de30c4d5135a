package io.groundswell.creator.topic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Network;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Reads what creators wrote: bios and hashtags. */
@ApplicationScoped
public class CreatorTexts {
    /** The most used of an account; what is behind them changes no topic. */
    private static final int MOST_HASHTAGS = 500;

    /**
     * {@code offset 0} keeps the planner from reading all of a workspace's accounts instead of a few by their key: it takes every
     * workspace for a small part of its table.
     */
    private static final String SELECT = """
            select c.id as creator_id, a.id, a.network, a.bio, a.language, h.tags, h.posts
            from %%s
            left join lateral (
                select id, network, bio, language, followers from account
                where workspace_id = $1 and creator_id = c.id offset 0
            ) a on true
            left join lateral (
                select array_agg(u.tag order by u.posts desc, u.tag) as tags,
                    array_agg(u.posts order by u.posts desc, u.tag) as posts
                from (
                    select t.tag, count(*) as posts
                    from post_sample s
                    cross join lateral unnest(s.hashtags) as t (tag)
                    where s.workspace_id = $1 and s.account_id = a.id
                    group by t.tag
                    order by posts desc, t.tag
                    limit %d
                ) u
            ) h on true
            order by a.followers desc nulls last, a.id""".formatted(MOST_HASHTAGS);
    private static final String OF_CREATOR = SELECT
            .formatted("(select id from creator where workspace_id = $1 and id = $2) c");
    private static final String OF_CREATORS = SELECT.formatted("unnest($2::uuid[]) as c (id)");

    private final WorkspaceDatabase database;

    CreatorTexts(WorkspaceDatabase database) {
        this.database = database;
    }

    /**
     * What one account wrote.
     *
     * @param language as the profile or the network tells it; null when neither does
     */
    public record AccountTexts(UUID accountId, Network network, @Nullable String bio, @Nullable String language,
            List<HashtagUse> hashtags) {

        public AccountTexts {
            hashtags = List.copyOf(hashtags);
        }
    }

    /** Returns what the accounts of a creator wrote, largest account first, or fails with 404. */
    public Uni<List<AccountTexts>> ofCreator(Workspace workspace, UUID creatorId) {
        return database.read(workspace, OF_CREATOR, Tuple.of(workspace.key(), creatorId)).map(rows -> {
            if (rows.size() == 0) {
                throw ProblemException.notFound("creator", creatorId);
            }
            return accounts(rows);
        });
    }

    /** Returns what the accounts of creators wrote, largest account first, within a transaction of the workspace. */
    public Uni<Map<UUID, List<AccountTexts>>> ofCreators(SqlConnection transaction, Workspace workspace,
            Collection<UUID> creatorIds) {
        return transaction.preparedQuery(OF_CREATORS)
                .execute(Tuple.of(workspace.key(), creatorIds.stream().distinct().toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, List<AccountTexts>> byCreator = new HashMap<>();
                    for (Row row : rows) {
                        if (row.getUUID("id") != null) {
                            byCreator.computeIfAbsent(row.getUUID("creator_id"), _ -> new ArrayList<>()).add(account(row));
                        }
                    }
                    return byCreator;
                });
    }

    private static List<AccountTexts> accounts(RowSet<Row> rows) {
        List<AccountTexts> accounts = new ArrayList<>();
        for (Row row : rows) {
            if (row.getUUID("id") != null) {
                accounts.add(account(row));
            }
        }
        return accounts;
    }

    private static AccountTexts account(Row row) {
        return new AccountTexts(row.getUUID("id"), Network.valueOf(row.getString("network")), row.getString("bio"),
                row.getString("language"), hashtags(row));
    }

    private static List<HashtagUse> hashtags(Row row) {
        String[] tags = row.getArrayOfStrings("tags");
        Long[] posts = row.getArrayOfLongs("posts");
        List<HashtagUse> uses = new ArrayList<>();
        for (int i = 0; tags != null && posts != null && i < tags.length; i++) {
            uses.add(new HashtagUse(tags[i], posts[i]));
        }
        return uses;
    }
}
