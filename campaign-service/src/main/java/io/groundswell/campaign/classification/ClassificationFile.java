package io.groundswell.campaign.classification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** How the files beside this class are read, and what their words with endings stand for. */
final class ClassificationFile {
    private static final char ENDING = '~';

    private ClassificationFile() {}

    static <T> T read(String name, Class<T> type) {
        try (InputStream yaml = Objects.requireNonNull(ClassificationFile.class.getResourceAsStream(name))) {
            return YAMLMapper.builder().findAndAddModules().build().readValue(yaml, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns {@code bonito}, {@code bonita} and so on for {@code bonit~o}, and any other word alone. */
    static List<String> inflections(String word, Map<String, List<String>> endings) {
        int mark = word.indexOf(ENDING);
        if (mark < 0) {
            return List.of(word);
        }
        String stem = word.substring(0, mark);
        List<String> known = endings.get(word.substring(mark + 1));
        if (known == null) {
            throw new IllegalStateException("No endings are given for " + word);
        }
        return known.stream().map(ending -> stem + ending).toList();
    }
}
