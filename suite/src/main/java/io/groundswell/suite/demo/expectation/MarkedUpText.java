package io.groundswell.suite.demo.expectation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the little markup that networks put around a post's text into plain text. */
final class MarkedUpText {

    private static final Pattern LINE_BREAK = Pattern.compile("<br ?/?>|</p>");
    private static final Pattern ELEMENT = Pattern.compile("<[^>]*>");
    private static final Pattern ENTITY = Pattern.compile("&(amp|lt|gt|quot|apos|nbsp|#(\\d+));");

    private MarkedUpText() {}

    /** The text a reader sees: elements gone, line breaks kept, entities resolved. */
    static String fromHtml(String html) {
        return unescape(ELEMENT.matcher(LINE_BREAK.matcher(html).replaceAll("\n")).replaceAll(""));
    }

    /** Resolves entities once; what is escaped twice stays escaped once. */
    static String unescape(String text) {
        return ENTITY.matcher(text).replaceAll(entity -> Matcher.quoteReplacement(switch (entity.group(1)) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            case "nbsp" -> " ";
            default -> Character.toString(Integer.parseInt(entity.group(2)));
        }));
    }
}
