package io.groundswell.advocacy.roster;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.groundswell.kit.feed.FeedFollower;
import io.groundswell.kit.outbox.EventTypes;
import io.groundswell.kit.outbox.FeedConsumer;
import io.groundswell.kit.outbox.FeedEvent;
import io.groundswell.kit.workspace.Workspace;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

import com.fasterxml.jackson.databind.JsonNode;

/** Forgets the employees whom creator-service erased as creators. */
@ApplicationScoped
class ErasureFollower implements FeedConsumer {
    private static final Logger LOG = Logger.getLogger(ErasureFollower.class);
    private static final String ERASED = "creator.erased";

    private final FeedFollower follower;
    private final ErasedEmployees erased;
    private final Optional<URI> service;

    ErasureFollower(FeedFollower follower, ErasedEmployees erased,
            @ConfigProperty(name = "groundswell.creator-url") Optional<URI> service) {
        this.follower = follower;
        this.erased = erased;
        this.service = service;
    }

    void start(@Observes StartupEvent started) {
        if (!follower.follow(service, this)) {
            LOG.warn("Employees who are erased as creators stay here: GROUNDSWELL_CREATOR_URL, GROUNDSWELL_ISSUER_URL, "
                    + "GROUNDSWELL_CLIENT_ID and GROUNDSWELL_CLIENT_SECRET are needed to hear of erasures");
        }
    }

    @Override
    public String name() {
        return "creator-service.erasures";
    }

    @Override
    public EventTypes types() {
        return EventTypes.of(ERASED);
    }

    @Override
    public Uni<Void> apply(SqlConnection transaction, Workspace workspace, List<FeedEvent> events) {
        Uni<Void> done = Uni.createFrom().voidItem();
        List<UUID> employees = events.stream().filter(event -> event.type().equals(ERASED))
                .map(event -> event.data().path("employeeId")).filter(JsonNode::isTextual)
                .map(id -> UUID.fromString(Objects.requireNonNull(id.textValue()))).distinct().toList();
        for (UUID employee : employees) {
            done = done.chain(() -> erased.erase(transaction, workspace, employee));
        }
        return done;
    }
}
