package io.groundswell.text.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxonomyTest {
    private static final Taxonomy TAXONOMY = Taxonomy.standard();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Home barista in Rotterdam. Mostly flat whites|coffee",
            "Specialty-coffee nerd & amateur potter|ceramics coffee",
            "Thru-hiker, dog mom, bookworm|books dogs hiking",
            "手沖咖啡／登山／貓奴一枚|cats coffee hiking",
            "喜歡攝影和旅行的陶藝家|ceramics photography travel",
            "健身教练，热爱徒步和手冲|coffee hiking sports-fitness",
            "铲屎官🐱爱做饭，偶尔写代码|cats cooking dogs software-development",
            "Fotógrafa y viajera. Amante de la jardineria|gardening photography travel",
            "Cocinera casera, recetas faciles para todos|cooking",
            "Kaffeeliebhaber, Wandern und Töpfern|ceramics coffee hiking",
            "Hobbybaeckerin aus Köln, stricke und nähe: Stricken, Nähen|baking needlework",
            "Passionnée de randonnée et de patisserie|baking hiking",
            "Céramiste à Lyon, potager et œnologie|ceramics gardening wine",
            "カフェ巡りと登山が好きなフォトグラファー|coffee hiking photography",
            "ヨガインストラクター／愛犬と暮らす|dogs yoga",
            "ｃｏｆｆｅｅ ＆ ＢＯＯＫＳ|books coffee"})
    void biosInSevenLanguagesShowTheirTopics(String bio, String topics) {
        // When
        String found = topics(bio);

        // Then
        assertEquals(topics, found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Vegan☕日本の写真 und Wandern #StreetPhotography|coffee hiking photography vegan-food",
            "☕📚✈️|books coffee travel", "👩🏽‍🍳🐕‍🦺|cooking dogs",
            "#latteart #dogsofinstagram #veganrecipes|coffee dogs vegan-food",
            "咖啡coffeeコーヒー|coffee"})
    void scriptsAndPictographsMayBeMixed(String bio, String topics) {
        // When
        String found = topics(bio);

        // Then
        assertEquals(new TreeSet<>(List.of(topics.split(" "))), new TreeSet<>(List.of(found.split(" "))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Catering for carpets, scarcity", "startled, articulate, party", "Hot dogs and a MacBook",
            "Running late, a front runner", "ジャパン パンダ スネイル", "coffee table", "facebook.com", "live chats",
            "Tee und mode? thE end", "咖啡色", "kindergarten"})
    void falseFriendsShowNothing(String bio) {
        // When
        String found = topics(bio);

        // Then
        assertEquals("", found);
    }

    @Test
    void theEvidenceIsShown() {
        // Given
        String bio = "☀️ Ｌａｔｔｅ Ａｒｔ, 自家烘焙";

        // When
        List<TopicMatch> found = TAXONOMY.match(bio);

        // Then
        assertEquals(List.of(new TopicMatch("coffee", "Ｌａｔｔｅ Ａｒｔ", 3, "latte art", List.of("en")),
                new TopicMatch("coffee", "自家烘焙", 14, "自家烘焙", List.of("ja", "zh-Hant"))), found);
    }

    @Test
    void aKeywordCountsOnceAndNotWithinALongerOne() {
        // When
        List<TopicMatch> found = TAXONOMY.match("Coffee, coffee and COFFEE: latte art");

        // Then
        assertEquals(List.of("coffee", "latte art"), found.stream().map(TopicMatch::keyword).toList());
    }

    @ParameterizedTest
    @CsvSource({"veganfoodlover,vegan-food", "VeganFood,vegan-food", "streetphotography,photography",
            "咖啡日常,coffee", "読書好きな人と繋がりたい,books", "wanderlust,travel", "carpet,''", "artist,arts-culture"})
    void hashtagsAreReadAsThePhrasesTheyAreMadeOf(String hashtag, String topics) {
        // When
        String found = TAXONOMY.matchHashtag(hashtag).stream().map(TopicMatch::topic).distinct()
                .collect(Collectors.joining(" "));

        // Then
        assertEquals(topics, found);
    }

    private static String topics(String bio) {
        return TAXONOMY.match(bio).stream().map(TopicMatch::topic).distinct().sorted().collect(Collectors.joining(" "));
    }
}
