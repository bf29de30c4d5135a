package io.groundswell.creator.creator;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Whom a creator is named after, through a merge and back: an account's name goes where the account goes. */
final class OwnersName {
    private OwnersName() {}

    /** Returns the account that gave the creator this name, the first of several; null when a person gave it. */
    static @Nullable UUID source(String name, List<Account> accounts) {
        return accounts.stream().sorted(Creator.LARGEST_FIRST).filter(account -> account.ownersName().equals(name))
                .map(Account::id).findFirst().orElse(null);
    }

    /** Returns the name that the account gives today when it is one of these, else the other. */
    static String of(@Nullable UUID account, List<Account> accounts, String otherwise) {
        return accounts.stream().filter(one -> one.id().equals(account)).map(Account::ownersName).findFirst()
                .orElse(otherwise);
    }

    /** Returns what a creator is called when accounts leave: a name that only they give goes with them. */
    static String without(String name, List<Account> leaving, List<Account> staying, Absorption merged) {
        boolean isOfLeaving = leaving.stream().anyMatch(account -> account.ownersName().equals(name));
        boolean isOfStaying = staying.stream().anyMatch(account -> account.ownersName().equals(name));
        return isOfLeaving && !isOfStaying ? of(merged.namedAfter(), staying, merged.name()) : name;
    }
}
