package io.groundswell.gateway.passthrough;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.groundswell.gateway.upstream.Upstream;

/**
 * The public paths and who answers them. A path is compared as it was sent, and sent on as it was compared: one with
 * percent-encoding, empty or dot segments is nobody's, because services could read it as another.
 */
final class PublicPaths {
    /** Every public path has only these: words in kebab-case, ids and short codes. */
    private static final Pattern PLAIN = Pattern.compile("(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+");
    private static final Map<String, Upstream> ROOTS = roots();

    private PublicPaths() {}

    /** Returns the service of a path as it stands in the request line; null when it is not public. */
    static @Nullable Upstream upstreamOf(String path) {
        return PLAIN.matcher(path).matches() ? ROOTS.get(rootOf(path)) : null;
    }

    /** Returns the first two segments; of a short link, whose second is its code, the first; nothing of anything shorter. */
    private static String rootOf(String path) {
        int first = path.indexOf('/', 1);
        if (first < 0) {
            return "";
        }
        if (path.startsWith("/s/")) {
            return path.indexOf('/', first + 1) < 0 ? "/s" : path;
        }
        int second = path.indexOf('/', first + 1);
        return second < 0 ? path : path.substring(0, second);
    }

    private static Map<String, Upstream> roots() {
        Map<String, Upstream> roots = new LinkedHashMap<>();
        roots.put("/v1/campaigns", Upstream.CAMPAIGN);
        roots.put("/v1/posts", Upstream.CAMPAIGN);
        roots.put("/v1/moderation-rules", Upstream.CAMPAIGN);
        roots.put("/v1/rights", Upstream.CAMPAIGN);
        roots.put("/v1/rights-settings", Upstream.CAMPAIGN);
        roots.put("/v1/rights-requests", Upstream.CAMPAIGN);
        roots.put("/v1/rights-replies", Upstream.CAMPAIGN);
        roots.put("/v1/rights-grants", Upstream.CAMPAIGN);
        roots.put("/v1/rights-ledger", Upstream.CAMPAIGN);
        roots.put("/v1/claims", Upstream.CAMPAIGN);
        roots.put("/v1/collections", Upstream.CAMPAIGN);
        roots.put("/v1/public", Upstream.CAMPAIGN);
        roots.put("/v1/connectors", Upstream.CAMPAIGN);
        roots.put("/v1/webhooks", Upstream.CAMPAIGN);
        roots.put("/v1/webhook-subscriptions", Upstream.CAMPAIGN);
        roots.put("/v1/listening", Upstream.CAMPAIGN);
        roots.put("/v1/creators", Upstream.CREATOR);
        roots.put("/v1/merges", Upstream.CREATOR);
        roots.put("/v1/creator-lists", Upstream.CREATOR);
        roots.put("/v1/audience-models", Upstream.CREATOR);
        roots.put("/v1/topics", Upstream.CREATOR);
        roots.put("/v1/tier-schemes", Upstream.CREATOR);
        roots.put("/v1/engagement-rules", Upstream.CREATOR);
        roots.put("/v1/engagement-priors", Upstream.CREATOR);
        roots.put("/v1/benchmarks", Upstream.CREATOR);
        roots.put("/v1/customer-profiles", Upstream.CREATOR);
        roots.put("/v1/score-models", Upstream.CREATOR);
        roots.put("/v1/scores", Upstream.CREATOR);
        roots.put("/v1/segments", Upstream.CREATOR);
        roots.put("/v1/customers", Upstream.CREATOR);
        roots.put("/v1/imports", Upstream.CREATOR);
        roots.put("/v1/privacy", Upstream.CREATOR);
        roots.put("/v1/duplicate-candidates", Upstream.CREATOR);
        roots.put("/v1/employees", Upstream.ADVOCACY);
        roots.put("/v1/share-packs", Upstream.ADVOCACY);
        roots.put("/v1/shares", Upstream.ADVOCACY);
        roots.put("/v1/share-totals", Upstream.ADVOCACY);
        roots.put("/s", Upstream.ADVOCACY);
        return Map.copyOf(roots);
    }
}
