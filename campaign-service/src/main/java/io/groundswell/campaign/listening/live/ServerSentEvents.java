package io.groundswell.campaign.listening.live;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads server-sent events from bytes as they come, cut anywhere. After the HTML standard, section 9.2.6. An event that is larger
 * than any may be is thrown away while it comes, and told as such.
 */
final class ServerSentEvents {
    private static final int LINE_FEED = '\n';
    private static final int CARRIAGE_RETURN = '\r';

    private final int mostBytes;
    private final Reader reader;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder data = new StringBuilder();
    private String type = "";
    private boolean tooLarge;
    private boolean afterReturn;

    ServerSentEvents(int mostBytes, Reader reader) {
        this.mostBytes = mostBytes;
        this.reader = reader;
    }

    /** Is told what was read. */
    interface Reader {
        void event(String type, String data);

        void comment();

        void tooLarge();
    }

    void read(byte[] bytes) {
        for (byte b : bytes) {
            boolean secondOfPair = afterReturn && b == LINE_FEED;
            afterReturn = b == CARRIAGE_RETURN;
            if (secondOfPair) {
                continue;
            }
            if (b == LINE_FEED || b == CARRIAGE_RETURN) {
                endLine();
            } else if (line.size() + data.length() < mostBytes) {
                line.write(b);
            } else {
                tooLarge = true;
            }
        }
    }

    private void endLine() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (text.isEmpty()) {
            endEvent();
        } else if (text.charAt(0) == ':') {
            reader.comment();
        } else {
            field(text);
        }
    }

    private void field(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        String value = colon < 0 ? "" : text.substring(text.startsWith(": ", colon) ? colon + 2 : colon + 1);
        switch (name) {
            case "event" -> type = value;
            case "data" -> data.append(value).append('\n');
            default -> {
                // ids and times of retrying are of no use here: no server listened to can resume by them
            }
        }
    }

    private void endEvent() {
        String ended = type;
        String content = data.isEmpty() ? "" : data.substring(0, data.length() - 1);
        boolean thrownAway = tooLarge;
        type = "";
        data.setLength(0);
        tooLarge = false;
        if (thrownAway) {
            reader.tooLarge();
        } else if (!content.isEmpty()) {
            reader.event(ended, content);
        }
    }
}
