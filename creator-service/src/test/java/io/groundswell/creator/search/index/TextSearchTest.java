package io.groundswell.creator.search.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.groundswell.kit.workspace.Workspace;

class TextSearchTest {
    private static final List<CreatorDocument> PEOPLE = List.of(
            People.named("Mila", "mila.pours", "Cups and the harbour. Café owner"),
            People.named("José Núñez", "jose_nunez", "Fotografía de montaña"),
            People.named("陳小明", "xiaoming", "香港咖啡店店長，喜歡手沖咖啡"),
            People.named("陈晓", "chenxiao", "上海 美食 博主"),
            People.named("田中太郎", "tanaka", "東京のコーヒーショップ巡り"),
            People.named("김민수", "minsu", "서울에서 커피를 만듭니다"),
            People.named("สมชาย", "somchai", "คนรักกาแฟและขนมหวาน"),
            People.named("Ｗｉｄｅ Ｎａｍｅ", "wide", "straße und schloß"),
            People.named("Coffee Lover", "coffee.lover", "tea only"),
            People.named("Ann", "ann", "I love coffee and coffee again ☕"));

    @TempDir
    private Path directory;
    private WorkspaceIndex index;

    @BeforeEach
    void fill() throws IOException {
        RememberedChanges source = new RememberedChanges();
        PEOPLE.forEach(source::put);
        index = WorkspaceIndex.open(directory, new Workspace("text"), source);
        index.follow();
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "harbour|mila.pours", "CAFE|mila.pours", "harbour cups|mila.pours", "cups xiaoming|", "fotografia|jose_nunez",
            "nunez|jose_nunez", "@mila.pours|mila.pours", "pours|mila.pours", "mil|mila.pours", "mila.po|mila.pours",
            "咖啡|xiaoming", "手沖|xiaoming", "手冲咖啡|xiaoming", "啡店|xiaoming", "喜欢 香港|xiaoming", "美食|chenxiao",
            "陳|xiaoming chenxiao",
            "コーヒー|tanaka", "ｺｰﾋｰ|tanaka", "田中|tanaka", "커피|minsu", "กาแฟ|somchai", "wide name|wide", "strasse|wide",
            "\"love coffee\"|ann", "\"coffee love\"|", "love coff|ann", "coff love|", "☕|ann", "\"und schloss|wide",
            "#coffee|coffee.lover ann", "!!!|", "the harbour OR cups|", "harbour*|mila.pours", "(((|", "name:mila|", "/.*/|",
            "~|"})
    void everyWordMustBeFound(String asked, String expected) throws IOException {
        // Given
        var query = SearchQuery.of(asked, Map.of(), Map.of());

        // When
        List<Hit> hits = find(query);

        // Then
        assertEquals(expected == null ? Set.of() : Set.of(expected.split(" ")), handles(hits));
    }

    @Test
    void aNameSaysMoreThanABio() throws IOException {
        // Given
        var query = SearchQuery.of("coffee", Map.of(), Map.of());

        // When
        List<Hit> hits = find(query);

        // Then
        assertEquals("coffee.lover", handle(hits.getFirst().id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\\", "*:*", "a OR b", "[1 TO 2]", "​", "ﷺﷺﷺﷺﷺﷺﷺﷺ", "´`'", "\t\n", "😀😀😀"})
    void nothingThatIsTypedIsWrong(String asked) throws IOException {
        // Given
        var query = SearchQuery.of(asked.repeat(10), Map.of(), Map.of());

        // When
        List<Hit> hits = find(query);

        // Then
        assertEquals(List.of(), hits);
    }

    private List<Hit> find(SearchQuery query) throws IOException {
        return index.search((searcher, memory) -> new Paging(Order.RELEVANCE, null, false, 20).rank(searcher,
                Matches.ranked(searcher, memory, query, String.valueOf(query.text()))));
    }

    private static Set<String> handles(List<Hit> hits) {
        return hits.stream().map(hit -> handle(hit.id())).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String handle(UUID id) {
        return PEOPLE.stream().filter(person -> person.id().equals(id)).flatMap(person -> person.handles().stream()).findFirst()
                .orElseThrow();
    }

    @Test
    void aWordOfAnyLengthIsIndexed() throws IOException {
        // Given
        RememberedChanges source = new RememberedChanges();
        char[] endless = new char[5000];
        Arrays.fill(endless, 'ﷺ');
        source.put(People.named("Endless", "endless", new String(endless)));

        // When
        try (WorkspaceIndex other = WorkspaceIndex.open(directory.resolve("endless"), new Workspace("endless"), source)) {
            other.follow();

            // Then
            assertEquals(1, other.status().documents());
        }
    }
}
