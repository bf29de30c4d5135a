package io.groundswell.campaign.gallery.display;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.gallery.PublicUrls;
import io.groundswell.campaign.gallery.display.PublicPage.Shown;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndLinkImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;

/** Writes what was read in the form that was asked for. */
@Singleton
class Renderer {
    private static final int TITLE_CHARS = 80;

    private final PublicUrls urls;
    private final ObjectMapper json;

    Renderer(PublicUrls urls, ObjectMapper json) {
        this.urls = urls;
        this.json = json;
    }

    Answer.Content render(PublicRead read, Shown shown) {
        return new Answer.Content(shown.collection().title(), read.format(), switch (read.format()) {
            case JSON -> write(shown.collection());
            case JSON_FEED -> write(jsonFeed(read, shown));
            case RSS -> xml("rss_2.0", read, shown);
            case ATOM -> xml("atom_1.0", read, shown);
        });
    }

    /** JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/. */
    private Map<String, @Nullable Object> jsonFeed(PublicRead read, Shown shown) {
        Map<String, @Nullable Object> feed = new LinkedHashMap<>();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", title(shown));
        feed.put("home_page_url", urls.wall(read.publicId()));
        feed.put("feed_url", address(read));
        if (shown.page().next() != null) {
            feed.put("next_url", address(read) + "?limit=" + read.limit().value() + "&cursor=" + shown.page().next());
        }
        feed.put("items", shown.items().stream().map(Renderer::jsonFeedItem).toList());
        return feed;
    }

    private static Map<String, @Nullable Object> jsonFeedItem(PublicItem item) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("id", item.id());
        if (item.permalink() != null) {
            entry.put("url", item.permalink());
        }
        entry.put("content_text", item.text());
        item.media().stream().filter(medium -> medium.type().equals("IMAGE")).findFirst()
                .ifPresent(image -> entry.put("image", image.url()));
        entry.put("date_published", item.publishedAt());
        entry.put("authors", List.of(Map.of("name", item.attribution())));
        if (item.language() != null) {
            entry.put("language", item.language());
        }
        entry.put("_groundswell", Map.of("network", item.network(),
                "products", item.products()));
        return entry;
    }

    private byte[] xml(String type, PublicRead read, Shown shown) {
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType(type);
        feed.setEncoding("UTF-8");
        feed.setTitle(title(shown));
        feed.setDescription(title(shown));
        feed.setUri(address(read));
        feed.setLink(urls.wall(read.publicId()));
        if (read.format() == Format.ATOM) {
            feed.setLinks(List.of(link("alternate", urls.wall(read.publicId())), link("self", address(read))));
        }
        feed.setPublishedDate(Date.from(shown.updatedAt()));
        feed.setEntries(shown.items().stream().map(Renderer::entry).toList());
        try {
            return new SyndFeedOutput().outputString(feed).getBytes(StandardCharsets.UTF_8);
        } catch (FeedException e) {
            throw new IllegalStateException("Clean text must fit into a feed", e);
        }
    }

    private static SyndLinkImpl link(String relation, String address) {
        SyndLinkImpl link = new SyndLinkImpl();
        link.setRel(relation);
        link.setHref(address);
        return link;
    }

    private static SyndEntry entry(PublicItem item) {
        SyndEntry entry = new SyndEntryImpl();
        entry.setUri("urn:uuid:" + item.id());
        if (item.permalink() != null) {
            entry.setLink(item.permalink());
        }
        entry.setTitle(headline(item));
        entry.setAuthor(item.attribution());
        entry.setPublishedDate(Date.from(item.publishedAt()));
        entry.setUpdatedDate(Date.from(item.publishedAt()));
        SyndContentImpl content = new SyndContentImpl();
        content.setType("html");
        content.setValue(html(item));
        entry.setDescription(content);
        return entry;
    }

    private static String headline(PublicItem item) {
        String line = item.text().lines().filter(text -> !text.isBlank()).findFirst().orElse(item.attribution()).strip();
        return line.codePointCount(0, line.length()) <= TITLE_CHARS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, TITLE_CHARS - 1)) + "…";
    }

    /** Feeds hold HTML, so the text is put into it as text. */
    private static String html(PublicItem item) {
        Element body = Document.createShell("").outputSettings(new Document.OutputSettings().prettyPrint(false)).body();
        item.text().lines().filter(line -> !line.isBlank()).forEach(line -> body.appendElement("p").text(line));
        item.media().stream().filter(medium -> medium.type().equals("IMAGE")).forEach(image -> body.appendElement("p")
                .appendElement("img").attr("src", image.url()).attr("alt", item.attribution()));
        Element source = body.appendElement("p");
        if (item.permalink() == null) {
            source.text(item.attribution());
        } else {
            source.appendElement("a").attr("href", item.permalink()).text(item.attribution());
        }
        item.products().forEach(product -> body.appendElement("p").appendElement("a").attr("href", product.url())
                .text(product.title()));
        return body.html();
    }

    private String address(PublicRead read) {
        return urls.collection(read.publicId()) + read.format().suffix();
    }

    private static String title(Shown shown) {
        return DisplayText.clean(shown.collection().title());
    }

    private byte[] write(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of ours must be writable as JSON", e);
        }
    }
}
