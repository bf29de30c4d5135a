package io.groundswell.gateway.view;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.groundswell.gateway.upstream.Upstream;
import io.groundswell.kit.problem.ProblemException;

/** A part of a campaign view: who answers it, and the scope without which nothing kept of it is shown. */
enum PartName {
    CAMPAIGN("campaign", Upstream.CAMPAIGN, "campaigns:read"),
    KPIS("kpis", Upstream.CAMPAIGN, "campaigns:read"),
    TOP_CREATORS("topCreators", Upstream.CREATOR, "creators:read"),
    NEWEST_POSTS("newestPosts", Upstream.CAMPAIGN, "campaigns:read"),
    EMPLOYEE_SHARES("employeeShares", Upstream.ADVOCACY, "advocacy:read");

    private final String jsonName;
    private final Upstream upstream;
    private final String scope;

    PartName(String jsonName, Upstream upstream, String scope) {
        this.jsonName = jsonName;
        this.upstream = upstream;
        this.scope = scope;
    }

    String jsonName() {
        return jsonName;
    }

    Upstream upstream() {
        return upstream;
    }

    String scope() {
        return scope;
    }

    /**
     * Reads the query parameter {@code embed}.
     *
     * @param embed names separated by commas; null for all
     * @throws ProblemException 400 {@code invalid-parameter} when a name is not known
     */
    static Set<PartName> parse(@Nullable String embed) {
        if (embed == null) {
            return EnumSet.allOf(PartName.class);
        }
        Set<PartName> parts = EnumSet.noneOf(PartName.class);
        for (String name : embed.split(",", -1)) {
            parts.add(Arrays.stream(values()).filter(part -> part.jsonName.equals(name.strip())).findFirst()
                    .orElseThrow(PartName::unknown));
        }
        return parts;
    }

    private static ProblemException unknown() {
        String known = Arrays.stream(values()).map(PartName::jsonName).collect(Collectors.joining(", "));
        return ProblemException.parameter("embed", "unknown-part", "embed takes, separated by commas: " + known + ".");
    }
}
