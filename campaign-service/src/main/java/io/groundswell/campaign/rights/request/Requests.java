package io.groundswell.campaign.rights.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.campaign.Network;
import io.groundswell.campaign.rights.grant.Evidence;
import io.groundswell.campaign.rights.grant.GrantEnd;
import io.groundswell.campaign.rights.grant.GrantedVia;
import io.groundswell.campaign.rights.grant.Grants;
import io.groundswell.campaign.rights.grant.NewGrant;
import io.groundswell.campaign.rights.ledger.CanonicalJson;
import io.groundswell.campaign.rights.ledger.Ledger;
import io.groundswell.campaign.rights.ledger.LedgerFact;
import io.groundswell.campaign.rights.ledger.LedgerKind;
import io.groundswell.kit.id.Uuid7;
import io.groundswell.kit.problem.InvalidValue;
import io.groundswell.kit.problem.ProblemException;
import io.groundswell.kit.problem.ProblemType;
import io.groundswell.kit.workspace.Workspace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** What is done with requests, in the caller's transaction. Each use case locks the ledger first, so they follow one another. */
@ApplicationScoped
public class Requests {
    static final ProblemType ALREADY_ASKED = new ProblemType("author-already-asked", 409,
            "Another request waits for the author");
    private static final String AUTHOR_DECLINED = "AUTHOR_DECLINED";

    private final RequestStore store;
    private final RightsSettingsStore settings;
    private final Grants grants;
    private final Ledger ledger;
    private final Clock clock;

    Requests(RequestStore store, RightsSettingsStore settings, Grants grants, Ledger ledger, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.grants = grants;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Drafts a request for an approved post. */
    Uni<RightsRequest> create(SqlConnection transaction, Workspace workspace, RequestDraft draft) {
        return ledger.lock(transaction, workspace)
                .chain(() -> settings.inForce(transaction, workspace))
                .chain(inForce -> AskedPost.locked(transaction, workspace, draft.postId()).map(post -> {
                    post.requireApproved();
                    return drafted(draft, post, inForce);
                }))
                .call(request -> store.add(transaction, workspace, request))
                .call(request -> tell(transaction, workspace, LedgerKind.REQUEST_CREATED, request,
                        Map.of("termsDigest", CanonicalJson.digest(request.terms()))));
    }

    private RightsRequest drafted(RequestDraft draft, AskedPost post, RightsSettings inForce) {
        Instant end = draft.terms().end(now());
        if (end != null && !end.isAfter(now())) {
            throw new InvalidValue("terms.endsAt", "in-the-past", "Terms that are over grant nothing.");
        }
        String hashtag = draft.approvalHashtag() == null ? inForce.approvalHashtag() : draft.approvalHashtag();
        String mention = draft.brandMention() == null ? inForce.brandMentions().get(post.network()) : draft.brandMention();
        RequestLocale locale = draft.locale() == null ? RequestLocale.bestFor(post.language()) : draft.locale();
        var signs = new RightsRequest.Signs(set("approvalHashtag", hashtag), set("brandMention", mention));
        return RightsRequest.draft(Uuid7.next(), draft.postId(), post.author(), draft.terms(), signs, locale, now());
    }

    private static String set(String field, @Nullable String value) {
        if (value == null) {
            throw new InvalidValue(field, "required", "Say it here or in the rights settings.");
        }
        return value;
    }

    /**
     * Sends a request, once: again, it stays as it is. The author of a request that must not be sent is left in peace: it becomes
     * BLOCKED.
     */
    Uni<RightsRequest> send(SqlConnection transaction, Workspace workspace, UUID id) {
        return ledger.lock(transaction, workspace)
                .chain(() -> expireDue(transaction, workspace))
                .chain(() -> get(transaction, workspace, id))
                .chain(request -> request.state() == RequestState.SENT
                        ? Uni.createFrom().item(request)
                        : AskedPost.locked(transaction, workspace, request.postId())
                                .invoke(AskedPost::requireApproved)
                                .chain(() -> settings.inForce(transaction, workspace))
                                .chain(inForce -> send(transaction, workspace, request, inForce)));
    }

    private Uni<RightsRequest> send(SqlConnection transaction, Workspace workspace, RightsRequest request,
            RightsSettings inForce) {
        var throttle = new Throttle(inForce.requestsPerHour(), inForce.requestsPerDay());
        Instant now = now();
        request.state().to(RequestState.SENT);
        return store.history(transaction, workspace, request, throttle).chain(history -> {
            Instant declined = history.declinedAt();
            if (declined != null && now.isBefore(declined.plus(Duration.ofDays(inForce.coolDownDays())))) {
                return keep(transaction, workspace, request.blocked(AUTHOR_DECLINED, now), LedgerKind.REQUEST_BLOCKED,
                        Map.of("reason", AUTHOR_DECLINED));
            }
            if (history.isAsked()) {
                throw ProblemException.of(ALREADY_ASKED,
                        "One request at a time for each author: wait until the other one is answered or its time is over.");
            }
            throttle.pass(now, history.hourth(), history.dayth());
            RightsRequest last = history.last();
            String text = RequestText.in(request.locale(), inForce.texts()).choose(request.id(), request.values(),
                    last == null || last.text() == null ? null : new RequestText.Before(last.text(), last.values()));
            return keep(transaction, workspace, request.sent(text, now, Duration.ofDays(inForce.answerDays())),
                    LedgerKind.REQUEST_SENT, Map.of("textDigest", CanonicalJson.digestOfText(text)));
        });
    }

    /**
     * Grants what was asked.
     *
     * @param network of the reply; null without one
     * @return the grant's id
     * @throws ProblemException 409 when the request cannot be answered any more
     */
    public Uni<UUID> grant(SqlConnection transaction, Workspace workspace, RightsRequest request, GrantedVia via,
            Evidence evidence, @Nullable Network network) {
        UUID grant = Uuid7.next();
        RightsRequest granted = request.granted(now());
        return store.change(transaction, workspace, granted)
                .chain(() -> settings.inForce(transaction, workspace))
                .chain(inForce -> grants.make(transaction, workspace, new NewGrant(grant, request.postId(), request.id(),
                        request.terms(), via, evidence, network, inForce.expiringDays())))
                .replaceWith(grant);
    }

    /** Declines what was asked, for the author. */
    public Uni<RightsRequest> decline(SqlConnection transaction, Workspace workspace, RightsRequest request) {
        return keep(transaction, workspace, request.declined(now()), LedgerKind.REQUEST_DECLINED, Map.of());
    }

    /** Returns the request as this transaction sees it, after it locked the ledger; null when there is none. */
    public Uni<@Nullable RightsRequest> locked(SqlConnection transaction, Workspace workspace, UUID id) {
        return ledger.lock(transaction, workspace).chain(() -> store.find(transaction, workspace, id));
    }

    /** Ends requests that were not answered in time; returns how many. */
    Uni<Integer> expireDue(SqlConnection transaction, Workspace workspace) {
        Instant now = now();
        return store.due(transaction, workspace, now).call(due -> each(due, request -> keep(transaction, workspace,
                request.expired(now), LedgerKind.REQUEST_EXPIRED, Map.of()))).map(List::size);
    }

    /** Blocks what was not decided about posts whose author was erased. */
    Uni<Void> blockOfErased(SqlConnection transaction, Workspace workspace, List<UUID> posts) {
        Instant now = now();
        return store.undecided(transaction, workspace, posts)
                .chain(open -> each(open, request -> keep(transaction, workspace,
                        request.blocked(GrantEnd.AUTHOR_ERASED.name(), now), LedgerKind.REQUEST_BLOCKED,
                        Map.of("reason", GrantEnd.AUTHOR_ERASED.name()))));
    }

    private static Uni<Void> each(List<RightsRequest> requests, Function<RightsRequest, Uni<?>> work) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (RightsRequest request : requests) {
            done = done.chain(() -> work.apply(request)).replaceWithVoid();
        }
        return done;
    }

    private Uni<RightsRequest> get(SqlConnection transaction, Workspace workspace, UUID id) {
        return store.find(transaction, workspace, id).onItem().ifNull()
                .failWith(() -> ProblemException.notFound("rights request", id));
    }

    private Uni<RightsRequest> keep(SqlConnection transaction, Workspace workspace, RightsRequest request, LedgerKind kind,
            Map<String, Object> payload) {
        return store.change(transaction, workspace, request)
                .chain(() -> tell(transaction, workspace, kind, request, payload))
                .replaceWith(request);
    }

    private Uni<Void> tell(SqlConnection transaction, Workspace workspace, LedgerKind kind, RightsRequest request,
            Map<String, Object> payload) {
        return ledger.append(transaction, workspace,
                List.of(new LedgerFact(kind, request.postId(), request.id(), null, payload)));
    }

    /** PostgreSQL keeps microseconds; what is answered is what will be read. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
