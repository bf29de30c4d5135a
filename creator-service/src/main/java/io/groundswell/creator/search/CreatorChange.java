package io.groundswell.creator.search;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Stage;
import io.groundswell.creator.metrics.EngagementRate;
import io.groundswell.creator.search.index.Change;
import io.groundswell.creator.search.index.CreatorDocument;
import io.groundswell.creator.search.index.Dimension;
import io.groundswell.creator.search.index.Figure;
import io.groundswell.creator.topic.AccountLanguage;
import io.groundswell.creator.topic.CreatorTexts.AccountTexts;
import io.groundswell.creator.topic.CreatorTopics;
import io.groundswell.creator.topic.HashtagUse;
import io.groundswell.text.topic.Taxonomy;
import io.vertx.mutiny.sqlclient.Row;

/** Makes what can be found of a creator out of what the features tell. */
final class CreatorChange {
    private static final int RATE_PLACES = 6;
    /** A topic counts when it is more likely than not, as it does in a score; in millionths. */
    private static final long LIKELY = 500_000;

    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> handles = new LinkedHashSet<>();
    private final List<String> texts = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final Map<Dimension, Set<String>> values = CreatorDocument.noValues();
    private final Map<Figure, Long> figures = new EnumMap<>(Figure.class);

    private CreatorChange() {}

    /**
     * Reads one creator.
     *
     * @param rows the creator with each of the accounts, the largest first; at least one, which has no account if there is none
     * @param written what the accounts wrote
     * @param rates engagement rates by account, of other creators' accounts too
     */
    static Change of(List<Row> rows, List<AccountTexts> written, Map<UUID, EngagementRate> rates, Taxonomy taxonomy) {
        Row creator = rows.getFirst();
        UUID id = creator.getUUID("id");
        if (isGone(creator)) {
            return new Change.Gone(id);
        }
        CreatorChange change = new CreatorChange();
        change.take(creator);
        List<Row> accounts = rows.stream().filter(row -> row.getUUID("account_id") != null).toList();
        accounts.forEach(change::takeAccount);
        change.takeTexts(written, taxonomy);
        accounts.stream().map(account -> rates.get(account.getUUID("account_id"))).filter(Objects::nonNull)
                .map(EngagementRate::rate).filter(Objects::nonNull).findFirst()
                .ifPresent(rate -> change.figures.put(Figure.ENGAGEMENT, millionths(rate)));
        return new Change.Put(new CreatorDocument(id, change.names, change.handles, change.texts, change.labels, change.values,
                change.figures));
    }

    /** Tells whether the creator was erased, or merged into another. */
    static boolean isGone(Row creator) {
        return creator.getUUID("merged_into") != null || creator.getString("stage").equals(Stage.ERASED.name());
    }

    private void take(Row creator) {
        names.add(creator.getString("display_name"));
        add(Dimension.KIND, creator.getString("kind"));
        add(Dimension.STAGE, creator.getString("stage"));
        add(Dimension.DISCOVERED_VIA, creator.getString("discovered_via"));
        add(Dimension.TIER, creator.getString("tier"));
        for (String tag : creator.getArrayOfStrings("tags")) {
            labels.add(tag);
            add(Dimension.TAG, tag);
        }
        for (UUID campaign : creator.getArrayOfUUIDs("campaigns")) {
            add(Dimension.CAMPAIGN, campaign.toString());
        }
        Long followers = creator.getLong("followers");
        if (followers != null) {
            figures.put(Figure.FOLLOWERS, followers);
        }
    }

    private void takeAccount(Row account) {
        add(Dimension.NETWORK, account.getString("network"));
        add(Dimension.COUNTRY, account.getString("country"));
        String name = account.getString("account_name");
        if (name != null) {
            names.add(name);
        }
        String handle = account.getString("handle");
        if (handle != null) {
            handles.add(handle);
        }
    }

    private void takeTexts(List<AccountTexts> written, Taxonomy taxonomy) {
        List<String> bios = written.stream().map(AccountTexts::bio).filter(Objects::nonNull).toList();
        List<HashtagUse> hashtags = written.stream().flatMap(account -> account.hashtags().stream()).toList();
        texts.addAll(bios);
        if (!hashtags.isEmpty()) {
            texts.add(String.join(" ", hashtags.stream().map(use -> "#" + use.hashtag()).toList()));
        }
        CreatorTopics.of(taxonomy, bios, hashtags).stream().filter(topic -> topic.score() >= LIKELY)
                .forEach(topic -> add(Dimension.TOPIC, topic.topic()));
        written.forEach(account -> addLanguage(AccountLanguage.of(account).language()));
    }

    /** Who writes Brazilian Portuguese writes Portuguese. */
    private void addLanguage(@Nullable String tag) {
        if (tag != null) {
            add(Dimension.LANGUAGE, tag);
            add(Dimension.LANGUAGE, Locale.forLanguageTag(tag).getLanguage());
        }
    }

    private void add(Dimension dimension, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            values.computeIfAbsent(dimension, _ -> new TreeSet<>()).add(value);
        }
    }

    private static long millionths(BigDecimal rate) {
        return rate.setScale(RATE_PLACES, RoundingMode.HALF_UP).movePointRight(RATE_PLACES).longValueExact();
    }
}
