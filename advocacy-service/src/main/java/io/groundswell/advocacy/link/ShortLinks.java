package io.groundswell.advocacy.link;

import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.groundswell.kit.workspace.Workspace;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Writes short links, within the transaction of what they are for. */
@ApplicationScoped
public class ShortLinks {
    private static final String INSERT = """
            insert into short_link (workspace_id, code, share_id, location) values (?1, ?2, ?3, ?4)
            on conflict (code) do nothing""";
    private static final String SWITCH = """
            update short_link set active = wanted.active, revised = pg_current_xact_id()
            from unnest($2::uuid[], $3::boolean[]) as wanted (share_id, active)
            where workspace_id = $1 and short_link.share_id = wanted.share_id and short_link.active <> wanted.active""";
    private static final int ATTEMPTS = 5;

    private final SecureRandom random = new SecureRandom();
    private final String publicUrl;

    ShortLinks(@ConfigProperty(name = "groundswell.public-url", defaultValue = "http://localhost:8080") String publicUrl) {
        this.publicUrl = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
    }

    /** Returns what people click. */
    public String urlOf(String code) {
        return publicUrl + "/s/" + code;
    }

    /**
     * Stores a link under a new code and returns the code. To be made known with {@link LinkTable#put} after the commit; other
     * replicas learn it within a second.
     */
    public Uni<String> create(Link link) {
        return create(link, ATTEMPTS);
    }

    /** The chance of meeting a taken code is nil with a sound source of randomness; without one, failing is right. */
    private Uni<String> create(Link link, int attempts) {
        String code = ShortCode.next(random);
        return Panache.getSession().chain(session -> session.createNativeQuery(INSERT)
                .setParameter(1, link.workspace().key())
                .setParameter(2, code)
                .setParameter(3, link.shareId())
                .setParameter(4, link.location())
                .executeUpdate())
                .chain(inserted -> {
                    if (inserted == 1) {
                        return Uni.createFrom().item(code);
                    }
                    return attempts > 1
                            ? create(link, attempts - 1)
                            : Uni.createFrom().failure(new IllegalStateException("No free code found"));
                });
    }

    /** Switches the links of shares on or off; replicas follow within a second. */
    public Uni<Void> activate(SqlConnection transaction, Workspace workspace, List<UUID> shares, List<Boolean> active) {
        return transaction.preparedQuery(SWITCH)
                .execute(Tuple.of(workspace.key(), shares.toArray(UUID[]::new), active.toArray(Boolean[]::new)))
                .replaceWithVoid();
    }
}
