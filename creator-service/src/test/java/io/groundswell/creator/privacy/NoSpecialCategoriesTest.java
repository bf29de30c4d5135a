package io.groundswell.creator.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** No field of the contract, and no column of a table, is about what Art. 9 GDPR protects. Topics are checked in text-kit. */
class NoSpecialCategoriesTest {
    private static final Set<String> PROTECTED = Set.of("health", "disease", "disability", "religion", "belief", "faith",
            "politics", "political", "party", "union", "ethnicity", "ethnic", "race", "nationality", "gender", "sex",
            "sexuality",
            "orientation", "genetic", "biometric", "birthday", "birthdate", "birth");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("_|(?<=[a-z])(?=[A-Z])");
    private static final Pattern FIELD = Pattern.compile("^\\s+([A-Za-z][A-Za-z0-9]*):\\s*$", Pattern.MULTILINE);
    private static final Pattern COLUMN = Pattern.compile("^\\s+(?:add column )?([a-z_]+)\\s+(?:text|uuid|boolean|jsonb)",
            Pattern.MULTILINE);

    @Test
    void theContractHasNoFieldForThem() throws IOException {
        // When
        List<String> fields = names(FIELD, Files.readString(Path.of("openapi.yaml")));

        // Then
        assertTrue(fields.contains("displayName"), fields::toString);
        assertEquals(List.of(), fields.stream().filter(NoSpecialCategoriesTest::isProtected).toList());
    }

    @Test
    void noTableHasAColumnForThem() throws IOException {
        // Given
        StringBuilder migrations = new StringBuilder();
        try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
            for (Path file : files.toList()) {
                migrations.append(Files.readString(file)).append('\n');
            }
        }

        // When
        List<String> columns = names(COLUMN, migrations.toString());

        // Then
        assertTrue(columns.contains("display_name"), columns::toString);
        assertEquals(List.of(), columns.stream().filter(NoSpecialCategoriesTest::isProtected).toList());
    }

    private static boolean isProtected(String name) {
        return BETWEEN_WORDS.splitAsStream(name).anyMatch(word -> PROTECTED.contains(word.toLowerCase(Locale.ROOT)));
    }

    private static List<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).distinct().toList();
    }
}
