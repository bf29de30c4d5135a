package io.groundswell.creator.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.groundswell.creator.creator.Network;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Reads what is compared of creators. Who was merged or erased is nobody's duplicate. */
final class People {
    private static final String FIND = """
            select c.id, a.network, a.handle, a.display_name, a.bio, a.country, a.website,
                (select array_agg(encode(e.email_hash, 'hex')) from creator_email e
                    where e.workspace_id = $1 and e.creator_id = c.id) as emails
            from unnest($2::uuid[]) as asked (id)
            join creator c on c.workspace_id = $1 and c.id = asked.id and c.merged_into is null and c.stage <> 'ERASED'
            join account a on a.workspace_id = $1 and a.creator_id = c.id
            order by c.id, a.id""";

    private People() {}

    /** Returns those of the creators who can be compared, within a transaction of the workspace. */
    static Uni<Map<UUID, Person>> find(SqlConnection transaction, Workspace workspace, Collection<UUID> creators) {
        if (creators.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return transaction.preparedQuery(FIND).execute(Tuple.of(workspace.key(), creators.toArray(UUID[]::new)))
                .map(People::people);
    }

    private static Map<UUID, Person> people(RowSet<Row> rows) {
        Map<UUID, List<KnownAccount>> accounts = new LinkedHashMap<>();
        Map<UUID, Set<String>> emails = new HashMap<>();
        for (Row row : rows) {
            UUID id = row.getUUID("id");
            accounts.computeIfAbsent(id, _ -> new ArrayList<>()).add(account(row));
            String[] hashes = row.getArrayOfStrings("emails");
            emails.put(id, hashes == null ? Set.of() : Set.of(hashes));
        }
        Map<UUID, Person> people = new LinkedHashMap<>();
        accounts.forEach((id, all) -> people.put(id, new Person(id, all, emails.getOrDefault(id, Set.of()))));
        return people;
    }

    private static KnownAccount account(Row row) {
        return new KnownAccount(Network.valueOf(row.getString("network")), row.getString("handle"),
                row.getString("display_name"), row.getString("bio"), row.getString("country"), row.getString("website"));
    }
}
