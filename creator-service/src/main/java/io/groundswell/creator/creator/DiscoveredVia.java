package io.groundswell.creator.creator;

/** How a creator came to the brand's notice, closest to the brand first. */
public enum DiscoveredVia {
    MENTION, CUSTOMER, HASHTAG, SEARCH, IMPORT;

    DiscoveredVia closer(DiscoveredVia other) {
        return other.compareTo(this) < 0 ? other : this;
    }
}
