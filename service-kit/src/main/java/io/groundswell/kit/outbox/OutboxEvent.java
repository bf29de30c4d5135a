package io.groundswell.kit.outbox;

import java.time.Instant;
import java.util.UUID;

import io.groundswell.kit.id.Uuid7;

/**
 * Something that happened to an aggregate, told to the other services.
 *
 * @param id unique for ever; readers may see an event again after a restore, never with another id
 * @param aggregatetype the kind of aggregate, in kebab-case
 * @param aggregateid the aggregate's id, which keys its order in a broker
 * @param type such as {@code campaign.launched}
 * @param occurredAt when it happened, by the writer's clock
 * @param payload what is told, as an API record; written as JSON
 */
public record OutboxEvent(UUID id, String aggregatetype, String aggregateid, String type, Instant occurredAt, Object payload) {

    /** Makes an event with a new id. */
    public static OutboxEvent of(String aggregate, UUID id, String type, Instant occurredAt, Object payload) {
        return new OutboxEvent(Uuid7.next(), aggregate, id.toString(), type, occurredAt, payload);
    }
}
