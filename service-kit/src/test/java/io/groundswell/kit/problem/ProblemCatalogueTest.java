package io.groundswell.kit.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

class ProblemCatalogueTest {
    private static final Path CATALOGUE = Path.of("..", "docs", "api", "problems.md");

    @Test
    void everyTypeIsInTheCatalogueWithItsStatus() throws IOException {
        // Given
        List<ProblemType> types = types();
        assertFalse(types.isEmpty());

        // When
        String catalogue = Files.readString(CATALOGUE);

        // Then
        List<String> missing = types.stream().map(type -> "| `" + type.code() + "` | " + type.status() + " |")
                .filter(row -> !catalogue.contains(row)).toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void everyStatusHasItsOwnCodeOrAGeneralOne() {
        for (int status = 400; status < 600; status++) {
            // When
            ProblemType type = ProblemType.ofStatus(status);

            // Then
            assertEquals(status, type.status());
        }
    }

    @Test
    void aTypeMustHaveAKebabCaseCodeAndTheStatusOfAnError() {
        assertThrows(IllegalArgumentException.class, () -> new ProblemType("notFound", 404, "x"));
        assertThrows(IllegalArgumentException.class, () -> new ProblemType("not-found-", 404, "x"));
        assertThrows(IllegalArgumentException.class, () -> new ProblemType("not-found", 200, "x"));
    }

    private static List<ProblemType> types() {
        return Arrays.stream(ProblemType.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == ProblemType.class)
                .map(field -> {
                    try {
                        return (ProblemType) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                }).toList();
    }
}
