package io.groundswell.bench;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Creators as NDJSON, made while they are read: a body of any size takes no room. */
final class ImportBody extends InputStream {
    private static final int LINES_AT_ONCE = 200;
    private static final String[] NETWORKS = {"INSTAGRAM", "TIKTOK", "YOUTUBE", "X", "BLUESKY"};
    private static final String[] LANGUAGES = {"en", "de", "es", "fr", "ja", "zh"};
    private static final String[] COUNTRIES = {"NL", "DE", "ES", "FR", "JP", "US"};

    private final String prefix;
    private final long lines;
    private final String story;
    private long made;
    private byte[] chunk = {};
    private int at;

    /**
     * @param prefix of all handles
     */
    ImportBody(String prefix, long lines) {
        this(prefix, lines, "");
    }

    private ImportBody(String prefix, long lines, String story) {
        this.prefix = prefix;
        this.lines = lines;
        this.story = story;
    }

    /** Makes lines of about 2,000 bytes, for the biographies that some networks allow. */
    static ImportBody ofLongLines(String prefix, long lines) {
        return new ImportBody(prefix, lines, " · on kilns, glazes and the patience they ask for".repeat(35));
    }

    @Override
    public int read() {
        return fill() ? chunk[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, buffer, offset, count);
        at += count;
        return count;
    }

    private boolean fill() {
        if (at == chunk.length && made < lines) {
            StringBuilder text = new StringBuilder(LINES_AT_ONCE * 300);
            for (int i = 0; i < LINES_AT_ONCE && made < lines; i++) {
                line(made++, text);
            }
            chunk = text.toString().getBytes(StandardCharsets.UTF_8);
            at = 0;
        }
        return at < chunk.length;
    }

    /** Ids are spread like those of networks are, so that indexes are hit everywhere. */
    private void line(long number, StringBuilder text) {
        long spread = number * 0x9E3779B97F4A7C15L;
        int pick = (int) Math.floorMod(spread >> 32, 30L);
        text.append("{\"network\":\"").append(NETWORKS[pick % NETWORKS.length]).append("\",\"userId\":\"")
                .append(Long.toUnsignedString(spread)).append("\",\"handle\":\"").append(prefix).append('.')
                .append(Long.toString(spread >>> 4, 36)).append("\",\"displayName\":\"Creator number ").append(number)
                .append("\",\"followers\":").append(100 + Math.floorMod(spread >> 20, 90_000L)).append(",\"following\":")
                .append(Math.floorMod(spread >> 10, 3_000L)).append(",\"posts\":").append(number % 1_000)
                .append(",\"bio\":\"Coffee, light and early mornings number ").append(number)
                .append(" · ask me about ceramics").append(story).append("\",\"language\":\"")
                .append(LANGUAGES[pick % LANGUAGES.length])
                .append("\",\"country\":\"").append(COUNTRIES[pick % COUNTRIES.length]).append("\"}\n");
    }
}
