package io.groundswell.campaign.listening;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** The text that people see of a network's HTML. */
final class MarkedUpText {
    private MarkedUpText() {}

    /** Returns the text with its line breaks and without any markup; null gives an empty text. */
    static String plain(@Nullable String html) {
        if (html == null) {
            return "";
        }
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return html;
        }
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        document.select("script, style").remove();
        document.select("p").forEach(paragraph -> paragraph.appendText("\n"));
        return document.body().wholeText().strip();
    }
}
