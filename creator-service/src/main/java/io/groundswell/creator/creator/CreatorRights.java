package io.groundswell.creator.creator;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

import io.groundswell.kit.outbox.Outbox;
import io.groundswell.kit.outbox.OutboxEvent;
import io.groundswell.kit.precondition.Preconditions;
import io.groundswell.kit.workspace.Workspace;
import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a person may ask of whoever keeps data on them: to be left alone, to be shown it, to be forgotten. All of it runs
 * within the caller's {@link io.groundswell.kit.workspace.WorkspaceTransaction}.
 */
@ApplicationScoped
public class CreatorRights {
    private static final String POSTS = """
            select s.post_id from account a join post_sample s on s.workspace_id = ?1 and s.account_id = a.id
            where a.workspace_id = ?1 and a.creator_id = ?2""";
    /** Creators who were merged into this one, and into those: the same person, whose rows keep what they said. */
    private static final String FORMER = """
            with recursive former as (
                select c.id, c.employee_id from creator c where c.workspace_id = ?1 and c.merged_into = ?2
                union all
                select c.id, c.employee_id from former f join creator c on c.workspace_id = ?1 and c.merged_into = f.id
            )
            select id, employee_id from former""";
    private static final String ERASE_FORMER = """
            update creator set display_name = '(erased)', kind = 'EXTERNAL', stage = 'ERASED', employee_id = null,
                tags = cast(array[] as text[]), followers = null, tier = null, tier_scheme = null, tier_certain = false,
                updated_at = now(), version = version + 1
            where workspace_id = ?1 and id = ?2""";
    private static final String UTC = "select set_config('timezone', 'UTC', true)";
    /** Answers that were kept for a repeated request show the person too. A repeated one then runs anew, and is refused. */
    private static final String FORGET_ANSWERS = """
            delete from idempotency_key where workspace_id = ?1 and position(?2 in body) > 0""";
    /** Events keep their place in the feed and what they tell of nobody in particular. */
    private static final String FORGET_EVENTS = """
            update outbox set payload = payload - 'displayName' - 'accounts' - 'from' - 'to' - 'followers'
            where workspace_id = ?1 and aggregateid = ?2""";
    private static final int POSTS_PER_EVENT = 1_000;
    private static final Pattern UNDERSCORE = Pattern.compile("_([a-z])");

    private final CreatorRepository repository;
    private final Creators creators;
    private final ErasedAccounts erased;
    private final List<PersonalData> kept;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;

    CreatorRights(CreatorRepository repository, Creators creators, ErasedAccounts erased, @All List<PersonalData> kept,
            Outbox outbox, ObjectMapper json, Clock clock) {
        this.repository = repository;
        this.creators = creators;
        this.erased = erased;
        this.kept = kept;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    /** Returns the creator, or fails with 404. */
    public Uni<CreatorView> get(Workspace workspace, UUID id) {
        return repository.get(workspace, id).map(Creator::view);
    }

    /** Returns the creator for a change of what belongs to it: no other writer of creators comes in between. */
    public Uni<CreatorView> lock(Workspace workspace, UUID id) {
        return repository.lockCreators(workspace).chain(() -> get(workspace, id));
    }

    /** Returns everything that is kept on the person, by section; fails with 404. */
    public Uni<Map<String, JsonNode>> export(Workspace workspace, UUID id) {
        Map<String, JsonNode> sections = new LinkedHashMap<>();
        Uni<Void> read = get(workspace, id)
                .chain(() -> Panache.getSession().chain(session -> session.createNativeQuery(UTC, String.class)
                        .getSingleResult()))
                .replaceWithVoid();
        for (PersonalData data : kept) {
            read = read.chain(() -> rows(workspace, id, data)).invoke(rows -> sections.put(data.section(), rows))
                    .replaceWithVoid();
        }
        return read.replaceWith(sections);
    }

    private Uni<JsonNode> rows(Workspace workspace, UUID id, PersonalData data) {
        return Panache.getSession().chain(session -> session
                .createNativeQuery("""
                        select cast(coalesce(jsonb_agg(to_jsonb(kept)), '[]') as text) from (%s) kept"""
                        .formatted(data.export()), String.class)
                .setParameter(1, workspace.key())
                .setParameter(2, id)
                .getSingleResult())
                .map(this::parse)
                .map(CreatorRights::named);
    }

    /** Names columns as the API does. Whose workspace it is, the reader knows. */
    private static JsonNode named(JsonNode rows) {
        ArrayNode named = JsonNodeFactory.instance.arrayNode();
        for (JsonNode row : rows) {
            ObjectNode fields = named.addObject();
            row.properties().forEach(field -> fields.set(inCamelCase(field.getKey()), field.getValue()));
            fields.remove("workspaceId");
        }
        return named;
    }

    private static String inCamelCase(String column) {
        return UNDERSCORE.matcher(column).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }

    /** Takes the person out of everything but the list of those who are not to be followed; once is enough. */
    public Uni<CreatorView> optOut(Workspace workspace, UUID id, @Nullable String ifMatch) {
        String required = Preconditions.require(ifMatch);
        return repository.lockCreators(workspace)
                .chain(() -> repository.get(workspace, id))
                .invoke(creator -> Preconditions.requireMatch(required, creator.tag()))
                .chain(creator -> creator.stage() == Stage.OPTED_OUT
                        ? Uni.createFrom().item(creator)
                        : creators.enter(workspace, id, required, Stage.OPTED_OUT))
                .map(Creator::view);
    }

    /** Ends an active relationship that may not be active, without a word to anybody. */
    public Uni<CreatorView> rest(Workspace workspace, UUID id) {
        return repository.lockCreators(workspace)
                .chain(() -> repository.get(workspace, id))
                .invoke(creator -> {
                    if (creator.stage() == Stage.ACTIVE) {
                        creator.enter(Stage.DORMANT, now());
                    }
                })
                .call(CreatorRights::flush)
                .map(Creator::view);
    }

    /**
     * Forgets the person. What is left is a creator of stage {@link Stage#ERASED} that names nobody, and the marks by which
     * the person is recognised and refused. The other services are told the marks and which posts were the person's.
     */
    public Uni<CreatorView> erase(Workspace workspace, UUID id, @Nullable String ifMatch) {
        String required = Preconditions.require(ifMatch);
        return repository.lockCreators(workspace)
                .chain(() -> repository.get(workspace, id))
                .invoke(creator -> Preconditions.requireMatch(required, creator.tag()))
                .call(creator -> forget(workspace, creator))
                .map(Creator::view);
    }

    /**
     * Tells that posts of people who were erased turned up after that, so that they are not kept where they are.
     *
     * @param posts ids in campaign-service, by the creator that the person once was
     */
    public Uni<Void> tellPostsOfErased(SqlConnection transaction, Workspace workspace, Map<UUID, List<UUID>> posts) {
        List<OutboxEvent> events = new ArrayList<>();
        posts.forEach((creator, theirs) -> events.addAll(events(creator, List.of(), List.of(), theirs)));
        return outbox.append(transaction, workspace, events);
    }

    private Uni<Void> forget(Workspace workspace, Creator creator) {
        UUID id = creator.id();
        List<UUID> employees = new ArrayList<>();
        UUID employee = creator.employeeId();
        if (employee != null) {
            employees.add(employee);
        }
        List<Account> accounts = List.copyOf(creator.accounts());
        creator.erase(now());
        return erased.add(workspace, id, accounts)
                .chain(marks -> posts(workspace, id).chain(posts -> former(workspace, id)
                        .chain(former -> forgetFormer(workspace, former, employees))
                        .chain(() -> forgetRows(workspace, id))
                        .call(CreatorRights::flush)
                        .map(_ -> events(id, marks, employees, posts))))
                .chain(events -> outbox.append(workspace, events));
    }

    private static Uni<List<Tuple>> former(Workspace workspace, UUID id) {
        return Panache.getSession().chain(session -> session.createNativeQuery(FORMER, Tuple.class)
                .setParameter(1, workspace.key())
                .setParameter(2, id)
                .getResultList());
    }

    private Uni<Void> forgetFormer(Workspace workspace, List<Tuple> former, List<UUID> employees) {
        Uni<Void> forgotten = Uni.createFrom().voidItem();
        for (Tuple row : former) {
            UUID id = row.get(0, UUID.class);
            UUID employee = row.get(1, UUID.class);
            if (employee != null) {
                employees.add(employee);
            }
            forgotten = forgotten.chain(() -> forgetRows(workspace, id)).chain(() -> run(ERASE_FORMER, workspace, id));
        }
        return forgotten;
    }

    private Uni<Void> forgetRows(Workspace workspace, UUID id) {
        Uni<Void> deleted = Uni.createFrom().voidItem();
        for (PersonalData data : kept) {
            for (String statement : data.erasure()) {
                deleted = deleted.chain(() -> run(statement, workspace, id));
            }
        }
        for (String statement : AccountData.LAST) {
            deleted = deleted.chain(() -> run(statement, workspace, id));
        }
        return deleted
                .chain(() -> run(FORGET_EVENTS, workspace, id.toString()))
                .chain(() -> run(FORGET_ANSWERS, workspace, id.toString()));
    }

    private static Uni<Void> run(String statement, Workspace workspace, Object second) {
        return Panache.getSession().chain(session -> session.createNativeQuery(statement)
                .setParameter(1, workspace.key())
                .setParameter(2, second)
                .executeUpdate()).replaceWithVoid();
    }

    private static Uni<List<UUID>> posts(Workspace workspace, UUID id) {
        return Panache.getSession().chain(session -> session.createNativeQuery(POSTS, UUID.class)
                .setParameter(1, workspace.key())
                .setParameter(2, id)
                .getResultList());
    }

    /** A person of very many posts, or linked to several employees, is told of in several events, each of which stands for itself. */
    private List<OutboxEvent> events(UUID id, List<UUID> marks, List<UUID> employees, List<UUID> posts) {
        List<OutboxEvent> events = new ArrayList<>();
        events.add(CreatorEvent.erased(id, marks, employees.isEmpty() ? null : employees.getFirst(),
                posts.subList(0, Math.min(posts.size(), POSTS_PER_EVENT)), now()));
        for (int from = POSTS_PER_EVENT; from < posts.size(); from += POSTS_PER_EVENT) {
            events.add(CreatorEvent.erased(id, List.of(), null,
                    posts.subList(from, Math.min(posts.size(), from + POSTS_PER_EVENT)), now()));
        }
        employees.stream().skip(1).distinct()
                .forEach(employee -> events.add(CreatorEvent.erased(id, List.of(), employee, List.of(), now())));
        return events;
    }

    private static Uni<Void> flush() {
        return Panache.getSession().chain(Mutiny.Session::flush);
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL returned a jsonb value that is not JSON", e);
        }
    }

    /** PostgreSQL keeps microseconds; what is answered must equal what is read again. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
