package io.groundswell.creator.scoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Network;
import io.groundswell.creator.creator.Stage;
import io.groundswell.creator.metrics.EngagementRate;
import io.groundswell.creator.tier.Tier;
import io.groundswell.creator.topic.AccountLanguage;
import io.groundswell.creator.topic.CreatorTexts.AccountTexts;
import io.groundswell.creator.topic.CreatorTopic;
import io.groundswell.creator.topic.CreatorTopics;
import io.groundswell.creator.topic.HashtagUse;
import io.groundswell.text.topic.Taxonomy;
import io.vertx.mutiny.sqlclient.Row;

/** Makes evidence of what the database tells of one creator. */
final class KnownFacts {
    /** A topic counts when the evidence for it leaves no more than half of the doubt: it is then more likely than not. */
    private static final long LIKELY = Micros.ONE / 2;

    private final Row creator;
    /** Largest first, like the texts. */
    private final List<Row> accounts;
    private final List<AccountTexts> texts;
    private final Map<UUID, EngagementRate> rates;

    /**
     * Takes what was read of one creator.
     *
     * @param rows the creator with each of the accounts, the largest first; at least one, which has no account if there is none
     * @param texts what the accounts wrote
     * @param rates engagement rates by account, of other creators' accounts too
     */
    KnownFacts(List<Row> rows, List<AccountTexts> texts, Map<UUID, EngagementRate> rates) {
        this.creator = rows.getFirst();
        this.accounts = creator.getUUID("account_id") == null ? List.of() : rows;
        this.texts = texts;
        this.rates = rates;
    }

    Candidate candidate(Keywords keywords, Instant now) {
        String tier = creator.getString("tier");
        var evidence = new CreatorEvidence(creator.getUUID("id"), now, topics(), languages(), countries(),
                tier == null ? null : Tier.valueOf(tier), creator.getString("tier_scheme"),
                accounts.stream().map(account -> Network.valueOf(account.getString("network"))).toList(), engagementRate(),
                keywords.in(words()));
        return new Candidate(Stage.valueOf(creator.getString("stage")),
                creator.getUUID("merged_into"), evidence);
    }

    /** Returns null when there is neither a bio nor a hashtag that could show a topic. */
    private @Nullable List<String> topics() {
        List<String> bios = bios();
        List<HashtagUse> hashtags = texts.stream().flatMap(account -> account.hashtags().stream()).toList();
        return bios.isEmpty() && hashtags.isEmpty()
                ? null
                : CreatorTopics.of(Taxonomy.standard(), bios, hashtags).stream().filter(topic -> topic.score() >= LIKELY)
                        .map(CreatorTopic::topic).toList();
    }

    private @Nullable List<String> languages() {
        return nullIfEmpty(texts.stream().map(account -> AccountLanguage.of(account).language()).filter(Objects::nonNull));
    }

    private @Nullable List<String> countries() {
        return nullIfEmpty(accounts.stream().map(account -> account.getString("country")).filter(Objects::nonNull));
    }

    /** Returns the rate of the largest account that has one. */
    private @Nullable BigDecimal engagementRate() {
        return accounts.stream().map(account -> rates.get(account.getUUID("account_id")))
                .filter(Objects::nonNull).map(EngagementRate::rate).filter(Objects::nonNull)
                .findFirst().map(CreatorEvidence::rate).orElse(null);
    }

    /** Returns what creators say of themselves and their posts: names, handles, bios and hashtags. */
    private List<String> words() {
        List<String> words = new ArrayList<>(bios());
        words.add(creator.getString("display_name"));
        for (Row account : accounts) {
            Stream.of("account_name", "handle").map(account::getString).filter(Objects::nonNull).forEach(words::add);
        }
        texts.forEach(account -> account.hashtags().forEach(use -> words.add("#" + use.hashtag())));
        return words;
    }

    private List<String> bios() {
        return texts.stream().map(AccountTexts::bio).filter(Objects::nonNull).toList();
    }

    private static @Nullable List<String> nullIfEmpty(Stream<String> values) {
        List<String> known = values.toList();
        return known.isEmpty() ? null : known;
    }
}
