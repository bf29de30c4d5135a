package io.groundswell.creator.creator;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.NaturalKey.Claim;
import io.groundswell.creator.creator.NaturalKey.UserId;

/** Decides which account a sighting is of, by the rules in this package's description. */
final class AccountIndex {
    private final Map<NaturalKey, Account> accounts = new HashMap<>();
    private final Set<Account> dispossessed = new LinkedHashSet<>();

    AccountIndex(Collection<Account> known) {
        known.forEach(this::add);
    }

    /** Returns the account that the profile is of, or null when it is of none that is known. */
    @Nullable
    Account find(AccountProfile profile) {
        for (NaturalKey key : NaturalKey.allOf(profile)) {
            Account account = accounts.get(key);
            if (account != null && isSamePerson(key, account, profile)) {
                return account;
            }
        }
        return null;
    }

    /** A handle says nothing against two different ids. */
    private static boolean isSamePerson(NaturalKey key, Account account, AccountProfile profile) {
        return key instanceof UserId || profile.userId() == null || account.facts().userId() == null;
    }

    /**
     * Settles the keys of an account that has just been seen.
     *
     * @param isLatest whether the sighting was the latest of the account, so that its handle is the account's handle
     */
    void settle(Account account, AccountProfile profile, boolean isLatest) {
        String id = account.facts().userId();
        if (id != null) {
            accounts.put(new UserId(account.network(), id), account);
        }
        String handle = profile.handle();
        if (isLatest && handle != null) {
            claim(account, new Claim(account.network(), Handle.key(handle)));
        }
    }

    private void claim(Account account, Claim claim) {
        if (claim.handleKey().equals(account.handleKey())) {
            return;
        }
        release(account);
        Account holder = accounts.get(claim);
        if (holder != null && holder.observedAt().isAfter(account.observedAt())) {
            return;
        }
        if (holder != null) {
            release(holder);
        }
        account.claim(claim.handleKey());
        accounts.put(claim, account);
    }

    private void release(Account account) {
        String claimed = account.handleKey();
        if (claimed != null) {
            accounts.remove(new Claim(account.network(), claimed));
            account.loseClaim();
            dispossessed.add(account);
        }
    }

    private void add(Account account) {
        String id = account.facts().userId();
        if (id != null) {
            accounts.put(new UserId(account.network(), id), account);
        }
        String claimed = account.handleKey();
        if (claimed != null) {
            accounts.put(new Claim(account.network(), claimed), account);
        }
    }

    /** Returns the accounts whose claim was given up, if only for another: the database must forget theirs before it stores new ones. */
    Set<Account> dispossessed() {
        return dispossessed;
    }
}
