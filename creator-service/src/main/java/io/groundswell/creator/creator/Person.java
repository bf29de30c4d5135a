package io.groundswell.creator.creator;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;

/**
 * Somebody of whom a source tells several accounts. An account of theirs that is not known yet becomes that of the creator who
 * has this id, else of the one who has another of their accounts, else of a new creator with this id.
 *
 * @param name of the person, for a new creator; null: the first account's
 */
public record Person(UUID id, @Nullable String name) {

    public Person {
        name = Texts.line("name", name, 200);
    }

    /**
     * Returns somebody whom somebody else told us of.
     *
     * @throws InvalidValue naming the field {@code name}
     */
    public static Person told(UUID id, @Nullable String name) {
        HostileText.refuseFormula("name", name == null ? null : name.strip());
        return new Person(id, name);
    }
}
