package io.groundswell.creator.privacy;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.workspace.Workspace;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Who was erased when, on which ground and by whom. */
@ApplicationScoped
class Erasures {
    private static final String ADD = """
            insert into erasure (workspace_id, creator_id, ground, erased_by, erased_at)
            values (?1, ?2, ?3, ?4, cast(?5 as timestamptz))""";
    private static final String FIND = """
            select ground, erased_by, cast(extract(epoch from erased_at) * 1000000 as bigint) as erased_at
            from erasure where workspace_id = ?1 and creator_id = ?2""";
    private static final long MICROS = 1_000_000;
    private static final long NANOS_IN_MICRO = 1_000;

    Uni<Void> add(Workspace workspace, UUID creatorId, ErasureView erasure) {
        return Panache.getSession().chain(session -> session.createNativeQuery(ADD)
                .setParameter(1, workspace.key())
                .setParameter(2, creatorId)
                .setParameter(3, erasure.ground().name())
                .setParameter(4, erasure.erasedBy())
                .setParameter(5, erasure.erasedAt())
                .executeUpdate()).replaceWithVoid();
    }

    Uni<@Nullable ErasureView> find(Workspace workspace, UUID creatorId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(FIND, Tuple.class)
                .setParameter(1, workspace.key())
                .setParameter(2, creatorId)
                .getSingleResultOrNull())
                .map(row -> row == null
                        ? null
                        : new ErasureView(ErasureGround.valueOf(row.get("ground", String.class)),
                                instant(row.get("erased_at", Long.class)), row.get("erased_by", String.class)));
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(micros / MICROS, micros % MICROS * NANOS_IN_MICRO);
    }
}
