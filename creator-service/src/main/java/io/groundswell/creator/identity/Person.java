package io.groundswell.creator.identity;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A creator as others are compared with.
 *
 * @param emails keyed hashes of e-mail addresses, in hexadecimal; the addresses themselves are stored nowhere
 */
record Person(UUID creatorId, List<KnownAccount> accounts, Set<String> emails) {

    Person {
        accounts = List.copyOf(accounts);
        emails = Set.copyOf(emails);
    }
}
