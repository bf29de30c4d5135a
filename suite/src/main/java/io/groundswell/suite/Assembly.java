package io.groundswell.suite;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.groundswell.suite.SuiteOptions.StartCaches;
import io.groundswell.suite.database.ServiceDatabase;
import io.groundswell.suite.issuer.Client;
import io.groundswell.suite.issuer.Clients;
import io.groundswell.suite.issuer.TokenIssuer;
import io.groundswell.suite.process.Launch;
import io.groundswell.suite.process.ServiceRunner;
import io.groundswell.suite.process.StartCache;
import io.groundswell.suite.state.Secrets;
import io.groundswell.suite.state.StateDirectory;

/** Turns the services' descriptions into processes: addresses, variables, programs. The one place that knows what a service is told. */
final class Assembly {

    private final SuiteOptions options;
    private final StateDirectory state;
    private final Secrets secrets;

    Assembly(SuiteOptions options, StateDirectory state, Secrets secrets) {
        this.options = options;
        this.state = state;
        this.secrets = secrets;
    }

    Map<String, ServiceDatabase> databases() {
        return Services.ALL.stream().map(ServiceSpec::database).filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableMap(name -> name, name -> ServiceDatabase.named(name, secrets)));
    }

    List<Client> clients() {
        return Clients.of(clientSecret());
    }

    ServiceRunner runner(ServiceSpec service, Consumer<ServiceRunner> onUnexpectedEnd) {
        Launch launch = new Launch(service.name(), Builds.jar(options.checkout(), service),
                Launch.smallJvm(service.heapMegabytes()), environment(service), state.data(),
                state.freshLog(service.name()));
        StartCache cache = Builds.startCache(options.checkout(), service);
        boolean record = options.startCaches() == StartCaches.RECORD && !cache.fits();
        return new ServiceRunner(launch, cache, record, url(service.name()).resolve("/q/health/ready"), state.processes(),
                onUnexpectedEnd);
    }

    URI url(String service) {
        return URI.create("http://127.0.0.1:" + options.ports().of(service));
    }

    URI publicOrigin() {
        return URI.create("http://localhost:" + options.ports().of(Services.GATEWAY.name()));
    }

    URI issuer() {
        return TokenIssuer.url(options.ports().of(Ports.ISSUER));
    }

    private Map<String, String> environment(ServiceSpec service) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(options.ports().of(service.name())));
        environment.put("GROUNDSWELL_ISSUER_URL", issuer().toString());
        environment.put("GROUNDSWELL_SIGNING_KEY", secrets.key("signing.key"));
        if (service.database() != null) {
            environment.put("GROUNDSWELL_ERASURE_KEY", secrets.key("erasure.key"));
            environment
                    .putAll(ServiceDatabase.named(service.database(), secrets).environment(options.ports().of(Ports.DATABASE)));
        }
        Map<String, URI> addresses = Services.ALL.stream()
                .collect(Collectors.toMap(ServiceSpec::name, each -> url(each.name())));
        environment.putAll(service.environment()
                .apply(new Surroundings(addresses, issuer(), publicOrigin(), Clients.SERVICE, clientSecret(), state.data())));
        return environment;
    }

    private String clientSecret() {
        return secrets.password("issuer.client." + Clients.SERVICE);
    }
}
