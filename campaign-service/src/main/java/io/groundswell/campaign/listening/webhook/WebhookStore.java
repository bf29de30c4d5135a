package io.groundswell.campaign.listening.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import javax.crypto.Mac;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.id.Uuid7;
import io.groundswell.kit.paging.Cursor;
import io.groundswell.kit.paging.CursorScope;
import io.groundswell.kit.paging.Cursors;
import io.groundswell.kit.paging.Limit;
import io.groundswell.kit.paging.Page;
import io.groundswell.kit.precondition.EntityTag;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;
import io.groundswell.kit.secret.ConfiguredKey;
import io.groundswell.kit.secret.SealedSecrets;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceDatabase;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** Subscriptions to webhooks, and what was delivered. */
@ApplicationScoped
class WebhookStore {
    private static final String HMAC = "HmacSHA256";
    private static final String PATH = "/v1/webhooks/instagram/";
    private static final int KEY_BYTES = 24;
    private static final int KEY_LENGTH = 32;
    private static final String CREATE = """
            insert into webhook_subscription (workspace_id, id, name, address_key, app_secret, created_at)
            values (?1, ?2, ?3, ?4, ?5, ?6)""";
    private static final String SELECT = """
            select id, name, address_key, created_at, version from webhook_subscription where workspace_id = $1
            """;
    private static final String ONE = SELECT + "and id = $2";
    private static final String LOCKED = ONE + " for update";
    private static final String NEWER = SELECT + "and id > $2::uuid order by id limit $3";
    private static final String OLDER = SELECT + "and ($2::uuid is null or id < $2) order by id desc limit $3";
    private static final String DELETE_DELIVERIES = "delete from webhook_delivery where workspace_id = $1 and subscription_id = $2";
    private static final String DELETE = "delete from webhook_subscription where workspace_id = $1 and id = $2";
    private static final String FIND = "select workspace_id, id, app_secret from webhook_subscription where address_key = $1";
    private static final String DELIVERIES = """
            select id, received_at, happened_at, account_id, field, outcome, detail, media_id, comment_id
            from webhook_delivery where workspace_id = $1 and subscription_id = $2 and ($3::text is null or outcome = $3)
            """;
    private static final String NEWER_DELIVERIES = DELIVERIES + "and id > $4::uuid order by id limit $5";
    private static final String OLDER_DELIVERIES = DELIVERIES + "and ($4::uuid is null or id < $4) order by id desc limit $5";

    private final WorkspaceDatabase database;
    private final SealedSecrets secrets;
    private final Cursors cursors;
    private final Clock clock;
    private final ConfiguredKey signingKey;
    private final SecureRandom random = new SecureRandom();

    WebhookStore(WorkspaceDatabase database, SealedSecrets secrets, Cursors cursors, Clock clock,
            @ConfigProperty(name = "groundswell.signing-key") String signingKey) {
        this.database = database;
        this.secrets = secrets;
        this.cursors = cursors;
        this.clock = clock;
        this.signingKey = ConfiguredKey.parse("groundswell.signing-key", signingKey);
    }

    /** Where deliveries come in, and what they must be signed with. */
    record Address(Workspace workspace, UUID id, String appSecret) {
        @Override
        public String toString() {
            return "webhook subscription " + id;
        }
    }

    /** Creates within the current session. */
    Uni<WebhookView> create(Workspace workspace, WebhookDraft draft) {
        UUID id = Uuid7.next();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).replace('-', 'a').replace('_', 'b');
        return Panache.getSession().chain(session -> session.createNativeQuery(CREATE).setParameter(1, workspace.key())
                .setParameter(2, id).setParameter(3, draft.name()).setParameter(4, key)
                .setParameter(5, secrets.seal(place(workspace, id), draft.appSecret()))
                .setParameter(6, now.atOffset(ZoneOffset.UTC)).executeUpdate())
                .map(_ -> view(id, draft.name(), key, now, 0));
    }

    /** Returns the subscription, or fails with 404. */
    Uni<WebhookView> get(Workspace workspace, UUID id) {
        return database.read(workspace, ONE, Tuple.of(workspace.key(), id)).map(rows -> {
            if (rows.size() == 0) {
                throw ProblemException.notFound("webhook subscription", id);
            }
            return view(rows.iterator().next());
        });
    }

    Uni<Page<WebhookView>> page(Workspace workspace, Limit limit, @Nullable String cursor) {
        CursorScope scope = CursorScope.of(workspace.key(), "listWebhookSubscriptions");
        Cursor at = cursors.openIfPresent(scope, cursor);
        Tuple parameters = Tuple.of(workspace.key(), at == null ? null : UUID.fromString(at.keys().getFirst()), limit.rows());
        return database.read(workspace, at != null && at.backwards() ? NEWER : OLDER, parameters)
                .map(rows -> cursors.page(scope, at, limit, rows.stream().map(this::view).toList(),
                        view -> List.of(view.id().toString()), view -> view));
    }

    /** Deletes a subscription and what was delivered to it. */
    Uni<Void> delete(Workspace workspace, UUID id, @Nullable String ifMatch) {
        String required = Preconditions.require(ifMatch);
        return database.write(workspace, transaction -> transaction.preparedQuery(LOCKED).execute(Tuple.of(workspace.key(), id))
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw ProblemException.notFound("webhook subscription", id);
                    }
                    Preconditions.requireMatch(required, EntityTag.of(id, rows.iterator().next().getLong("version")));
                })
                .chain(() -> transaction.preparedQuery(DELETE_DELIVERIES).execute(Tuple.of(workspace.key(), id)))
                .chain(() -> transaction.preparedQuery(DELETE).execute(Tuple.of(workspace.key(), id)))
                .replaceWithVoid());
    }

    Uni<Page<DeliveryView>> deliveries(Workspace workspace, UUID id, @Nullable DeliveryOutcome outcome, Limit limit,
            @Nullable String cursor) {
        CursorScope scope = CursorScope.of(workspace.key(), "listWebhookDeliveries").with("id", id).with("outcome", outcome);
        Cursor at = cursors.openIfPresent(scope, cursor);
        Tuple parameters = Tuple.of(workspace.key(), id, outcome == null ? null : outcome.name(),
                at == null ? null : UUID.fromString(at.keys().getFirst()), limit.rows());
        return get(workspace, id)
                .chain(() -> database.read(workspace, at != null && at.backwards() ? NEWER_DELIVERIES : OLDER_DELIVERIES,
                        parameters))
                .map(rows -> cursors.page(scope, at, limit, rows.stream().map(WebhookStore::delivery).toList(),
                        view -> List.of(view.id().toString()), view -> view));
    }

    /** Finds the subscription behind an address, of whatever workspace; fails with 404. */
    Uni<Address> find(String key) {
        if (key.length() != KEY_LENGTH || !key.chars().allMatch(Character::isLetterOrDigit)) {
            return Uni.createFrom().failure(noSuchAddress());
        }
        return database.read(Workspace.EVERY, FIND, Tuple.of(key)).map(rows -> {
            if (rows.size() == 0) {
                throw noSuchAddress();
            }
            Row row = rows.iterator().next();
            var workspace = new Workspace(row.getString("workspace_id"));
            UUID id = row.getUUID("id");
            return new Address(workspace, id, secrets.open(place(workspace, id), row.getString("app_secret"))
                    .orElseThrow(() -> ProblemException.of(ProblemType.FORBIDDEN,
                            "The app's secret cannot be read any more; make the subscription anew.")));
        });
    }

    private static ProblemException noSuchAddress() {
        return ProblemException.of(ProblemType.NOT_FOUND, "Nothing is delivered here.");
    }

    /** Tells whether a handshake knows the address's verify token, in a time that does not depend on where the two differ. */
    boolean isVerifyToken(Address address, @Nullable String told) {
        return told != null && MessageDigest.isEqual(verifyToken(address.id()).getBytes(StandardCharsets.UTF_8),
                told.getBytes(StandardCharsets.UTF_8));
    }

    /** Made of the installation's key, so that nothing needs to be kept. */
    private String verifyToken(UUID id) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(signingKey.as(HMAC));
            byte[] made = mac.doFinal(("webhook verify token " + id).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(made);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }

    private static String place(Workspace workspace, UUID id) {
        return workspace.key() + " webhook " + id;
    }

    private WebhookView view(Row row) {
        return view(row.getUUID("id"), row.getString("name"), row.getString("address_key"),
                row.getOffsetDateTime("created_at").toInstant(), row.getLong("version"));
    }

    private WebhookView view(UUID id, String name, String key, Instant createdAt, long version) {
        return new WebhookView(id, name, PATH + key, verifyToken(id), createdAt, version);
    }

    private static DeliveryView delivery(Row row) {
        OffsetDateTime happenedAt = row.getOffsetDateTime("happened_at");
        return new DeliveryView(row.getUUID("id"), row.getOffsetDateTime("received_at").toInstant(),
                happenedAt == null ? null : happenedAt.toInstant(), row.getString("account_id"), row.getString("field"),
                DeliveryOutcome.valueOf(row.getString("outcome")), row.getString("detail"), row.getString("media_id"),
                row.getString("comment_id"));
    }
}
