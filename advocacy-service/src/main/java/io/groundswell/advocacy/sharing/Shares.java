package io.groundswell.advocacy.sharing;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.jspecify.annotations.Nullable;

import io.groundswell.advocacy.link.Link;
import io.groundswell.advocacy.link.ShortLinks;
import io.groundswell.advocacy.roster.Employees;
import io.groundswell.kit.id.Uuid7;
import io.groundswell.kit.outbox.Outbox;
import io.groundswell.kit.outbox.OutboxEvent;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;
import io.groundswell.kit.workspace.Workspace;
import io.groundswell.kit.workspace.WorkspaceTransaction;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** What can be done with packs and shares. The changing operations run within the caller's transaction. */
@ApplicationScoped
class Shares {
    static final ProblemType NOT_ON_ROSTER = new ProblemType("not-on-roster", 403,
            "The token's e-mail address is not that of an active employee");

    private static final String COLUMNS = "select id, pack_id, network, variant, text, code, created_at from share ";
    private static final String FIND = COLUMNS
            + "where workspace_id = ?1 and employee_id = ?2 and pack_id = ?3 and network = ?4";
    private static final String FIND_BY_ID = COLUMNS
            + "where workspace_id = ?1 and employee_id = ?2 and pack_id = ?3 and id = ?4";
    private static final String INSERT = """
            insert into share (workspace_id, id, pack_id, employee_id, network, variant, text, code, created_at)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)""";

    private final SharePackRepository packs;
    private final Employees employees;
    private final ShortLinks links;
    private final WorkspaceTransaction transaction;
    private final Outbox outbox;
    private final Clock clock;

    Shares(SharePackRepository packs, Employees employees, ShortLinks links, WorkspaceTransaction transaction, Outbox outbox,
            Clock clock) {
        this.packs = packs;
        this.employees = employees;
        this.links = links;
        this.transaction = transaction;
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<SharePack> getPack(Workspace workspace, UUID id) {
        return transaction.run(workspace, () -> packs.get(workspace, id));
    }

    Uni<SharePack> createPack(Workspace workspace, SharePackDraft draft) {
        return packs.persist(new SharePack(workspace, draft, clock));
    }

    /** Returns one of the employee's own shares. */
    Uni<ShareView> get(Workspace workspace, @Nullable String email, UUID packId, UUID id) {
        return transaction.run(workspace, () -> packs.get(workspace, packId)
                .chain(pack -> requireEmployee(workspace, email)
                        .chain(employee -> find(FIND_BY_ID, workspace, employee, pack, id))
                        .onItem().ifNull().failWith(() -> ProblemException.notFound("share", id))));
    }

    /** Gives the employee a text and link, the same as before if there was one. */
    Uni<Published> publish(Workspace workspace, @Nullable String email, UUID packId, ShareRequest request) {
        return packs.get(workspace, packId).chain(pack -> requireEmployee(workspace, email)
                .chain(employee -> find(FIND, workspace, employee, pack, request.network().name())
                        .chain(known -> known == null
                                ? create(workspace, employee, pack, request)
                                : Uni.createFrom().item(new Published(known, null, null)))));
    }

    /** The employee's row stays locked to the end of the transaction: two requests at once are one after the other. */
    private Uni<UUID> requireEmployee(Workspace workspace, @Nullable String email) {
        return employees.lockActive(workspace, email).onItem().ifNull().failWith(() -> ProblemException.of(NOT_ON_ROSTER,
                email == null
                        ? "The token has no claim 'email'."
                        : "Ask whoever keeps the roster to add this address or to make it active."));
    }

    private Uni<Published> create(Workspace workspace, UUID employee, SharePack pack, ShareRequest request) {
        UUID id = Uuid7.next();
        Network network = request.network();
        int variant = pack.choose(network, request.variant());
        var link = new Link(workspace, id, pack.destination(network));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return links.create(link).chain(code -> {
            String url = links.urlOf(code);
            String text = pack.textOf(variant, url);
            var view = new ShareView(id, pack.id(), pack.campaignId(), network, variant, url, text, now);
            return insert(workspace, employee, view, code)
                    .chain(() -> outbox.append(workspace, List.of(OutboxEvent.of("share", id, SharePublished.TYPE, now,
                            new SharePublished(id, pack.id(), pack.campaignId(), employee, network, variant)))))
                    .replaceWith(new Published(view, code, link));
        });
    }

    private static Uni<Integer> insert(Workspace workspace, UUID employee, ShareView share, String code) {
        return Panache.getSession().chain(session -> session.createNativeQuery(INSERT)
                .setParameter(1, workspace.key())
                .setParameter(2, share.id())
                .setParameter(3, share.packId())
                .setParameter(4, employee)
                .setParameter(5, share.network().name())
                .setParameter(6, share.variant())
                .setParameter(7, share.text())
                .setParameter(8, code)
                .setParameter(9, share.createdAt().atOffset(ZoneOffset.UTC))
                .executeUpdate());
    }

    private Uni<@Nullable ShareView> find(String sql, Workspace workspace, UUID employee, SharePack pack, Object last) {
        return Panache.getSession().chain(session -> session.createNativeQuery(sql, Tuple.class)
                .setParameter(1, workspace.key())
                .setParameter(2, employee)
                .setParameter(3, pack.id())
                .setParameter(4, last)
                .getSingleResultOrNull())
                .map(row -> row == null ? null : view(row, pack));
    }

    private ShareView view(Tuple row, SharePack pack) {
        return new ShareView(row.get("id", UUID.class), pack.id(), pack.campaignId(),
                Network.valueOf(row.get("network", String.class)), row.get("variant", Integer.class),
                links.urlOf(row.get("code", String.class)), row.get("text", String.class),
                row.get("created_at", OffsetDateTime.class).toInstant());
    }

    /**
     * A share, and, when it is new, its link, to be made known after the commit.
     */
    record Published(ShareView share, @Nullable String code, @Nullable Link link) {}
}
