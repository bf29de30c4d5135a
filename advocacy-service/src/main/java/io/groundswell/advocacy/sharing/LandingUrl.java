package io.groundswell.advocacy.sharing;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.problem.InvalidValue;

/**
 * Where shares lead.
 *
 * @param url absolute http or https URL in ASCII, without credentials
 */
record LandingUrl(String url) {
    private static final int MAX_LENGTH = 2000;
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Set<String> OURS = Set.of("utm_source", "utm_medium", "utm_campaign", "utm_content");

    /**
     * Reads a URL that someone typed; characters outside of ASCII are encoded.
     *
     * @throws InvalidValue {@code invalid-url} at {@code landingUrl}
     */
    static LandingUrl parse(@Nullable String text) {
        String url = Texts.required("landingUrl", text, MAX_LENGTH);
        try {
            URI uri = new URI(url);
            String scheme = uri.getScheme();
            if (scheme == null || !SCHEMES.contains(scheme.toLowerCase(java.util.Locale.ROOT)) || uri.getHost() == null
                    || uri.getRawUserInfo() != null) {
                throw refused();
            }
            return new LandingUrl(uri.toASCIIString());
        } catch (URISyntaxException e) {
            throw refused();
        }
    }

    private static InvalidValue refused() {
        return new InvalidValue("landingUrl", "invalid-url",
                "Must be a full http or https URL without user name, such as https://example.com/spring; an international host name in its ASCII form (xn--…).");
    }

    /**
     * Returns the URL with the parameters by which web analytics group visits. {@code utm_content} is the pack, not the
     * share: the site behind the link shall not be able to tell employees apart. Parameters of the same names are replaced;
     * everything else stays as it was.
     */
    String tagged(Network network, UUID campaignId, UUID packId) {
        int hash = url.indexOf('#');
        String fragment = hash < 0 ? "" : url.substring(hash);
        String whole = hash < 0 ? url : url.substring(0, hash);
        int mark = whole.indexOf('?');
        String page = mark < 0 ? whole : whole.substring(0, mark);
        StringJoiner query = new StringJoiner("&", "?", "");
        if (mark >= 0) {
            Arrays.stream(whole.substring(mark + 1).split("&"))
                    .filter(parameter -> !parameter.isEmpty() && !OURS.contains(parameter.split("=", 2)[0]))
                    .forEach(query::add);
        }
        query.add("utm_source=" + network.source());
        query.add("utm_medium=employee-advocacy");
        query.add("utm_campaign=" + campaignId);
        query.add("utm_content=" + packId);
        return page + query + fragment;
    }
}
