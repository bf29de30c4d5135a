package io.groundswell.advocacy.click;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import ua_parser.Parser;

/**
 * Recognizes robots by their user agent: crawlers as ua-parser's rules know them, what fetches previews of links in messengers
 * and networks, command-line clients, and whoever says nothing. Not for use by several threads.
 */
final class Robots {
    private static final String FETCHERS = "/link-preview-fetchers.txt";
    private static final String CRAWLER = "Spider";
    private static final int REMEMBERED = 10_000;

    private final Parser parser = new Parser();
    private final List<String> fetchers = read();
    /** Parsing tries hundreds of expressions, and most clicks come from the same few browsers. */
    private final Map<String, Boolean> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    boolean isRobot(String userAgent) {
        return userAgent.isBlank() || known.computeIfAbsent(userAgent, this::judge);
    }

    private boolean judge(String userAgent) {
        String lower = userAgent.toLowerCase(Locale.ROOT);
        return fetchers.stream().anyMatch(lower::contains) || CRAWLER.equals(parser.parseDevice(userAgent).family);
    }

    private static List<String> read() {
        try (InputStream file = Robots.class.getResourceAsStream(FETCHERS)) {
            if (file == null) {
                throw new IllegalStateException(FETCHERS + " is missing from the build");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .map(line -> line.strip().toLowerCase(Locale.ROOT))
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
