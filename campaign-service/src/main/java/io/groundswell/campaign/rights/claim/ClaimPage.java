package io.groundswell.campaign.rights.claim;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.groundswell.campaign.post.PostView;
import io.groundswell.campaign.rights.grant.GrantView;
import io.groundswell.campaign.rights.licence.LicenceTerms;
import io.groundswell.campaign.rights.licence.RightsAction;
import io.groundswell.campaign.rights.request.RequestLocale;
import io.groundswell.campaign.rights.request.RightsRequest;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;

/**
 * Writes the page. Everything that people wrote is escaped by the template, which is HTML, and stands in an element of its own for
 * text of either direction.
 */
@Singleton
class ClaimPage {
    private static final String STYLE = """
            body{font:1.0625rem/1.55 system-ui,sans-serif;margin:0;color:#1a1a1a;background:#fff}
            main{max-width:38rem;margin:0 auto;padding:1.5rem}
            h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.2rem;margin-top:2rem}
            dt{font-weight:600;margin-top:.75rem}dd{margin:0}ul{margin:.25rem 0;padding-inline-start:1.25rem}
            blockquote{margin:.25rem 0;padding-inline-start:.75rem;border-inline-start:.25rem solid #767676;white-space:pre-wrap;overflow-wrap:anywhere}
            button{font:inherit;font-weight:600;padding:.75rem 1.25rem;margin:.5rem .75rem .5rem 0;border:2px solid #0b5345;border-radius:.4rem;background:#0b5345;color:#fff}
            button.no{background:#fff;color:#0b5345}button:focus-visible,a:focus-visible{outline:3px solid #b35c00;outline-offset:2px}
            a{color:#0b5345}nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1rem}
            @media (prefers-color-scheme:dark){body{background:#151515;color:#f0f0f0}a{color:#8fd6c4}button{background:#8fd6c4;border-color:#8fd6c4;color:#111}button.no{background:#151515;color:#8fd6c4}}
            """;
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s\"'<>]+", Pattern.CASE_INSENSITIVE);

    private final Template template;
    private final String contentSecurityPolicy;

    ClaimPage(@Location("claim.html") Template template) {
        this.template = template;
        this.contentSecurityPolicy = "default-src 'none'; style-src 'sha256-" + sha256(STYLE)
                + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    /** Returns what a browser may do for this page: show its one style sheet and send its form. */
    String contentSecurityPolicy() {
        return contentSecurityPolicy;
    }

    String html(ClaimView view, RequestLocale locale) {
        ClaimWords words = ClaimWords.in(locale);
        RightsRequest request = view.request();
        TemplateInstance page = template.data("lang", locale.tag()).data("style", STYLE).data("w", words.words())
                .data("kind", view.kind().name()).data("title", words.word(view.kind().words() + "Title"))
                .data("text", words.word(view.kind().words() + "Text")).data("languages", languages(locale))
                .data("brand", request == null ? null : request.brandMention())
                .data("answerBy", request == null ? null : time(words, request.expiresAt()))
                .data("post", post(view.post())).data("terms", terms(words, request, view.grant()))
                .data("givenAt", view.grant() == null ? null : time(words, view.grant().grantedAt()))
                .data("endedAt", view.grant() == null ? null : time(words, view.grant().endedAt()));
        return page.render();
    }

    private static List<Map<String, Object>> languages(RequestLocale shown) {
        return Arrays.stream(RequestLocale.values()).map(locale -> Map.<String, Object>of("tag", locale.tag(), "name",
                locale.ownName(), "isShown", locale == shown)).toList();
    }

    private static @Nullable Map<String, Object> post(@Nullable PostView post) {
        if (post == null) {
            return null;
        }
        String address = post.permalink() == null ? "" : post.permalink();
        return Map.of("handle", post.author().path("handle").asText(""), "network", post.network().name(), "text", post.text(),
                "address", address, "isLink", WEB_ADDRESS.matcher(address).matches());
    }

    private static @Nullable Map<String, Object> terms(ClaimWords words, @Nullable RightsRequest request,
            @Nullable GrantView grant) {
        if (request == null) {
            return null;
        }
        LicenceTerms terms = request.terms();
        EnumSet<RightsAction> prohibited = EnumSet.allOf(RightsAction.class);
        prohibited.removeAll(terms.actions());
        Instant start = grant == null ? terms.startsAt() : grant.startsAt();
        Instant end = grant == null ? terms.endsAt() : grant.endsAt();
        boolean isCounted = end == null && terms.durationDays() != null;
        return Map.of("actions", terms.actions().stream().map(action -> words.word("action" + action)).toList(),
                "prohibited", prohibited.stream().map(action -> words.word("action" + action)).toList(),
                "channels", terms.channels().stream().map(channel -> words.word("channel" + channel)).toList(),
                "territories", terms.territories().stream().map(words::country).sorted().toList(),
                "start", timeOrNothing(words, start), "end", timeOrNothing(words, end),
                "days", isCounted ? String.valueOf(terms.durationDays()) : "",
                "attribution", terms.attribution() == null ? "" : terms.attribution());
    }

    private static @Nullable Map<String, String> time(ClaimWords words, @Nullable Instant at) {
        return at == null ? null : Map.of("iso", at.toString(), "shown", words.time(at));
    }

    private static Map<String, String> timeOrNothing(ClaimWords words, @Nullable Instant at) {
        Map<String, String> time = time(words, at);
        return time == null ? Map.of() : time;
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
