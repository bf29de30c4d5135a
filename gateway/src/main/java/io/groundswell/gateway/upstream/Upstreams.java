package io.groundswell.gateway.upstream;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.vertx.core.http.RequestOptions;

/** Where the services are. */
@ApplicationScoped
public class Upstreams {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final Map<Upstream, URI> origins = new EnumMap<>(Upstream.class);

    Upstreams(@ConfigProperty(name = "groundswell.campaign-url") URI campaign,
            @ConfigProperty(name = "groundswell.creator-url") URI creator,
            @ConfigProperty(name = "groundswell.advocacy-url") URI advocacy) {
        origins.put(Upstream.CAMPAIGN, origin("groundswell.campaign-url", campaign));
        origins.put(Upstream.CREATOR, origin("groundswell.creator-url", creator));
        origins.put(Upstream.ADVOCACY, origin("groundswell.advocacy-url", advocacy));
    }

    /** Returns a request to the service; address and method are the caller's to set. */
    public RequestOptions request(Upstream upstream) {
        URI origin = Objects.requireNonNull(origins.get(upstream));
        boolean secure = "https".equals(origin.getScheme());
        int port = origin.getPort() > 0 ? origin.getPort() : (secure ? HTTPS : HTTP);
        return new RequestOptions().setHost(origin.getHost()).setPort(port).setSsl(secure);
    }

    private static URI origin(String property, URI url) {
        if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            throw new IllegalStateException(
                    property + " must be the base URL of a service, such as http://campaign-service:8080, not " + url);
        }
        return url;
    }
}
