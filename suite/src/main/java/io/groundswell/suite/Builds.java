package io.groundswell.suite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.groundswell.suite.process.Launch;
import io.groundswell.suite.process.StartCache;

/** Where the build leaves what the suite starts. */
public final class Builds {

    private Builds() {}

    /**
     * {@return the services that are not built}
     *
     * @param checkout the root of a checkout
     */
    public static List<String> missing(Path checkout) {
        return Services.ALL.stream().filter(service -> !Files.exists(jar(checkout, service))).map(ServiceSpec::name).toList();
    }

    /**
     * {@return the services without a start-up cache that fits their build}
     *
     * @param checkout the root of a built checkout
     */
    public static List<String> withoutStartCache(Path checkout) {
        return Services.ALL.stream().filter(service -> !startCache(checkout, service).fits()).map(ServiceSpec::name).toList();
    }

    static void requireBuilt(Path checkout) {
        List<String> missing = missing(checkout);
        if (!missing.isEmpty()) {
            throw new SuiteException(
                    "Not built yet: " + String.join(", ", missing) + ". Run ./groundswell up, which builds what is missing.");
        }
    }

    static Path jar(Path checkout, ServiceSpec service) {
        return checkout.resolve(service.name()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** A cache lives among the build output of its service, so that a clean build forgets it. */
    static StartCache startCache(Path checkout, ServiceSpec service) {
        Path target = checkout.resolve(service.name()).resolve("target");
        return new StartCache(target.resolve("start-cache"), service.name(), target.resolve("quarkus-app"),
                Launch.smallJvm(service.heapMegabytes()));
    }
}
