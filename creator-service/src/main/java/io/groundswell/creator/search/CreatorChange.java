package io.groundswell.creator.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.groundswell.creator.creator.Stage;
import io.groundswell.creator.search.index.Change;
import io.groundswell.creator.search.index.CreatorDocument;
import io.groundswell.creator.search.index.Dimension;
import io.groundswell.creator.search.index.Figure;
import io.groundswell.text.topic.Taxonomy;
import io.groundswell.text.topic.Topic;
import io.groundswell.text.topic.TopicMatch;
import io.vertx.mutiny.sqlclient.Row;

/** Makes what can be found of a creator out of the rows of its accounts. */
final class CreatorChange {
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> handles = new LinkedHashSet<>();
    private final List<String> texts = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final Map<Dimension, Set<String>> values = CreatorDocument.noValues();
    private final Map<Figure, Long> figures = new EnumMap<>(Figure.class);

    private CreatorChange() {}

    /** Reads rows of one creator, one for each account; at least one. */
    static Change of(List<Row> rows, Taxonomy taxonomy) {
        Row creator = rows.getFirst();
        UUID id = creator.getUUID("id");
        if (creator.getUUID("merged_into") != null || creator.getString("stage").equals(Stage.ERASED.name())) {
            return new Change.Gone(id);
        }
        CreatorChange change = new CreatorChange();
        change.take(creator);
        rows.stream().filter(row -> row.getUUID("account_id") != null).forEach(change::takeAccount);
        change.texts.forEach(text -> change.addTopics(text, taxonomy));
        return new Change.Put(new CreatorDocument(id, change.names, change.handles, change.texts, change.labels, change.values,
                change.figures));
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
        addLanguage(account.getString("language"));
        String name = account.getString("account_name");
        if (name != null) {
            names.add(name);
        }
        String handle = account.getString("handle");
        if (handle != null) {
            handles.add(handle);
        }
        String bio = account.getString("bio");
        if (bio != null) {
            texts.add(bio);
        }
    }

    /** Who writes Brazilian Portuguese writes Portuguese. */
    private void addLanguage(@Nullable String tag) {
        if (tag != null) {
            add(Dimension.LANGUAGE, tag);
            add(Dimension.LANGUAGE, Locale.forLanguageTag(tag).getLanguage());
        }
    }

    /** Who writes about coffee writes about food. */
    private void addTopics(String text, Taxonomy taxonomy) {
        for (TopicMatch match : taxonomy.match(text)) {
            add(Dimension.TOPIC, match.topic());
            Topic topic = taxonomy.topic(match.topic());
            add(Dimension.TOPIC, topic == null ? null : topic.parent());
        }
    }

    private void add(Dimension dimension, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            values.computeIfAbsent(dimension, _ -> new TreeSet<>()).add(value);
        }
    }
}
