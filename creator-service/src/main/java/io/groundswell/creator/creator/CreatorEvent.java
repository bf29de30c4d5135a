package io.groundswell.creator.creator;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.tier.Tier;
import io.groundswell.kit.outbox.OutboxEvent;

import com.fasterxml.jackson.annotation.JsonInclude;

/** What the other services are told of a creator. */
final class CreatorEvent {
    private static final String AGGREGATE = "creator";

    private CreatorEvent() {}

    static OutboxEvent created(Creator creator, Instant at) {
        return OutboxEvent.of(AGGREGATE, creator.id(), "creator.created", at,
                new Created(creator.revision().displayName(), creator.kind(), creator.discoveredVia(), creator.tier(),
                        creator.accounts().size() == 1
                                ? List.of(AccountKey.of(creator.accounts().getFirst().view()))
                                : creator.view().accounts().stream().map(AccountKey::of).toList()));
    }

    static OutboxEvent tierChanged(Creator creator, @Nullable Tier from, Instant at) {
        return OutboxEvent.of(AGGREGATE, creator.id(), "creator.tier-changed", at,
                new TierChanged(from, creator.tier(), creator.followers()));
    }

    static OutboxEvent optedOut(Creator creator, Instant at) {
        return OutboxEvent.of(AGGREGATE, creator.id(), "creator.opted-out", at,
                new OptedOut(creator.view().accounts().stream().map(AccountKey::of).toList()));
    }

    static OutboxEvent merged(Absorption absorption, List<Account> moved, Instant at) {
        return OutboxEvent.of(AGGREGATE, absorption.survivorId(), "creator.merged", at,
                new Moved(absorption.absorbedId(), absorption.survivorId(), keys(moved)));
    }

    static OutboxEvent unmerged(Absorption absorption, List<Account> returned, Instant at) {
        return OutboxEvent.of(AGGREGATE, absorption.survivorId(), "creator.unmerged", at,
                new Moved(absorption.survivorId(), absorption.absorbedId(), keys(returned)));
    }

    private static List<AccountKey> keys(List<Account> accounts) {
        return accounts.stream().map(account -> AccountKey.of(account.view())).toList();
    }

    /**
     * Tells what the other services need to forget the person, without saying who it was.
     *
     * @param employeeId on the roster of advocacy-service
     * @param posts of the person, by their ids in campaign-service
     */
    static OutboxEvent erased(UUID creatorId, List<UUID> marks, @Nullable UUID employeeId, List<UUID> posts, Instant at) {
        return OutboxEvent.of(AGGREGATE, creatorId, "creator.erased", at, new Erased(marks, employeeId, posts));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Created(String displayName, CreatorKind kind, DiscoveredVia discoveredVia, @Nullable Tier tier,
            List<AccountKey> accounts) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record TierChanged(@Nullable Tier from, @Nullable Tier to, @Nullable Long followers) {}

    private record Moved(UUID from, UUID into, List<AccountKey> accounts) {}

    private record OptedOut(List<AccountKey> accounts) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Erased(List<UUID> marks, @Nullable UUID employeeId, List<UUID> postIds) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record AccountKey(Network network, @Nullable String userId, @Nullable String handle) {
        static AccountKey of(AccountView account) {
            return new AccountKey(account.network(), account.userId(), account.handle());
        }
    }
}
