package io.groundswell.gateway.upstream;

/** A service behind the gateway. */
public enum Upstream {
    /** Owns campaigns and their content. */
    CAMPAIGN("campaign-service"),
    /** Owns creators. */
    CREATOR("creator-service"),
    /** Owns employees, share packs and short links. */
    ADVOCACY("advocacy-service");

    private final String serviceName;

    Upstream(String serviceName) {
        this.serviceName = serviceName;
    }

    /** Returns the name that problems and logs use. */
    public String serviceName() {
        return serviceName;
    }
}
