package io.groundswell.suite;

import java.util.List;
import java.util.Map;

/** The services of the suite, in the order in which they are started; they are stopped the other way round, so the gateway stops first. */
public final class Services {

    /** Owns campaigns and their content; reads creator-service's feed. */
    public static final ServiceSpec CAMPAIGN = new ServiceSpec("campaign-service", 2, "campaign", 128, around -> Map.of(
            "GROUNDSWELL_CREATOR_URL", around.address("creator-service"),
            "GROUNDSWELL_CLIENT_ID", around.clientId(),
            "GROUNDSWELL_CLIENT_SECRET", around.clientSecret(),
            "GROUNDSWELL_PUBLIC_URL", around.publicOrigin().toString()));

    /** Owns creators; reads campaign-service's feed, and so needs a client of its own; keeps a search index beside its database. */
    public static final ServiceSpec CREATOR = new ServiceSpec("creator-service", 1, "creator", 192, around -> Map.of(
            "GROUNDSWELL_CAMPAIGN_URL", around.address("campaign-service"),
            "GROUNDSWELL_CLIENT_ID", around.clientId(),
            "GROUNDSWELL_CLIENT_SECRET", around.clientSecret(),
            "GROUNDSWELL_SEARCH_DIR", around.data().resolve("search").toString()));

    /** Owns employees and share packs; keeps clicks in a journal until they are in its database; reads creator-service's feed. */
    public static final ServiceSpec ADVOCACY = new ServiceSpec("advocacy-service", 3, "advocacy", 96, around -> Map.of(
            "GROUNDSWELL_CREATOR_URL", around.address("creator-service"),
            "GROUNDSWELL_CLIENT_ID", around.clientId(),
            "GROUNDSWELL_CLIENT_SECRET", around.clientSecret(),
            "GROUNDSWELL_PUBLIC_URL", around.publicOrigin().toString(),
            "GROUNDSWELL_CLICK_JOURNAL_DIR", around.data().resolve("clicks").toString()));

    /** The one public API. */
    public static final ServiceSpec GATEWAY = new ServiceSpec("gateway", 0, null, 96, around -> Map.of(
            "GROUNDSWELL_CREATOR_URL", around.address("creator-service"),
            "GROUNDSWELL_CAMPAIGN_URL", around.address("campaign-service"),
            "GROUNDSWELL_ADVOCACY_URL", around.address("advocacy-service"),
            "GROUNDSWELL_PUBLIC_URL", around.publicOrigin().toString()));

    /** All of them, in starting order. */
    public static final List<ServiceSpec> ALL = List.of(CAMPAIGN, CREATOR, ADVOCACY, GATEWAY);

    private Services() {}
}
