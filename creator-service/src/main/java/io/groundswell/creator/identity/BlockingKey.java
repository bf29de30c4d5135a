package io.groundswell.creator.identity;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Something by which a creator can be met: only creators with a key in common are ever compared, so that no creator is
 * compared with all others.
 */
record BlockingKey(Kind kind, String key) {
    /** Handles with this many letters in common at the start are compared. */
    private static final int START = 8;
    /** Names below are too common to find anybody by. */
    private static final int SHORTEST_NAME = 5;
    private static final int LONGEST = 300;

    /** What a key is made of. The last is met by nothing: it tells whether anything that is compared has changed. */
    enum Kind {
        HANDLE, START, MENTION, NAME, WEBSITE, EMAIL, FACTS
    }

    static Set<BlockingKey> of(Person person) {
        Set<BlockingKey> keys = new LinkedHashSet<>();
        for (KnownAccount account : person.accounts()) {
            addHandle(keys, account.handle());
            String name = account.displayName();
            if (name != null && name.codePointCount(0, name.length()) >= SHORTEST_NAME) {
                add(keys, Kind.NAME, Spelling.folded(name));
            }
            if (account.website() != null) {
                add(keys, Kind.WEBSITE, Spelling.address(account.website()));
            }
            mentions(account).forEach(mention -> add(keys, Kind.MENTION, Spelling.squeezed(mention.handle())));
        }
        person.emails().forEach(email -> add(keys, Kind.EMAIL, email));
        if (!keys.isEmpty()) {
            String facts = person.accounts() + " " + person.emails().stream().sorted().toList();
            add(keys, Kind.FACTS, UUID.nameUUIDFromBytes(facts.getBytes(StandardCharsets.UTF_8)).toString());
        }
        return keys;
    }

    /** Returns the accounts that the account's profile names. */
    static Stream<Mention> mentions(KnownAccount account) {
        return Stream.of(account.bio(), account.website()).filter(Objects::nonNull).map(Mention::in).flatMap(List::stream)
                .filter(mention -> !mention.names(account));
    }

    private static void addHandle(Set<BlockingKey> keys, @Nullable String handle) {
        if (handle == null) {
            return;
        }
        String squeezed = Spelling.squeezed(handle);
        add(keys, Kind.HANDLE, squeezed);
        if (squeezed.codePointCount(0, squeezed.length()) > START) {
            add(keys, Kind.START, squeezed.substring(0, squeezed.offsetByCodePoints(0, START)));
        }
    }

    private static void add(Set<BlockingKey> keys, Kind kind, String key) {
        if (!key.isEmpty() && key.length() <= LONGEST) {
            keys.add(new BlockingKey(kind, key));
        }
    }
}
