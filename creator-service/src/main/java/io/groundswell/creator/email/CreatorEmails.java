package io.groundswell.creator.email;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.groundswell.creator.creator.KeyedHash;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Which creators have which e-mail address, as far as keyed hashes tell. All within a transaction of the workspace. */
@ApplicationScoped
public class CreatorEmails {
    private static final String PURPOSE = "email";

    /** The creator who is known longest, when an address is of several. */
    private static final String FIND = """
            select t.hash, (select e.creator_id from creator_email e
                where e.workspace_id = $1 and e.email_hash = decode(t.hash, 'hex') order by e.creator_id limit 1) as creator_id
            from unnest($2::text[]) as t (hash)""";

    private static final String ADD = """
            insert into creator_email (workspace_id, email_hash, creator_id, told_at)
            select $1, decode(hash, 'hex'), creator_id, $4 from unnest($2::text[], $3::uuid[]) as t (hash, creator_id)
            on conflict do nothing
            returning encode(email_hash, 'hex') as hash, creator_id""";

    private final KeyedHash keyedHash;
    private final Clock clock;

    CreatorEmails(KeyedHash keyedHash, Clock clock) {
        this.keyedHash = keyedHash;
        this.clock = clock;
    }

    /** Returns the hash under which an address is kept, in hexadecimal. */
    public String hash(Workspace workspace, EmailAddress email) {
        return keyedHash.of(workspace, PURPOSE, email.normalised());
    }

    /** Returns the creator of each hash that is known. */
    public Uni<Map<String, UUID>> find(SqlConnection transaction, Workspace workspace, Collection<String> hashes) {
        if (hashes.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return transaction.preparedQuery(FIND).execute(Tuple.of(workspace.key(), hashes.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, UUID> creators = new HashMap<>();
                    rows.forEach(row -> {
                        if (row.getUUID("creator_id") != null) {
                            creators.put(row.getString("hash"), row.getUUID("creator_id"));
                        }
                    });
                    return creators;
                });
    }

    /** Remembers hashes of creators; returns those that were not known. */
    public Uni<Set<Of>> add(SqlConnection transaction, Workspace workspace, Set<Of> emails) {
        if (emails.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return transaction.preparedQuery(ADD).execute(Tuple.of(workspace.key(),
                emails.stream().map(Of::hash).toArray(String[]::new), emails.stream().map(Of::creatorId).toArray(UUID[]::new),
                clock.instant().atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.stream().map(row -> new Of(row.getString("hash"), row.getUUID("creator_id")))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** An address of a creator. */
    public record Of(String hash, UUID creatorId) {}
}
