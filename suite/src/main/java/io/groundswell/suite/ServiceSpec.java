package io.groundswell.suite;

import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * One service of the suite as data: where its build is, where it listens, what it needs.
 *
 * @param name the service's name, also its module folder
 * @param portOffset added to the suite's first port
 * @param database the name of its database, null when it has none
 * @param heapMegabytes the ceiling of its Java heap
 * @param environment the variables only this service gets, from the addresses of everything else
 */
public record ServiceSpec(String name, int portOffset, @Nullable String database, int heapMegabytes,
        Function<Surroundings, Map<String, String>> environment) {

    /** Checks that the name can be a file name and that the numbers make sense. */
    public ServiceSpec {
        if (!name.matches("[a-z][a-z-]*")) {
            throw new IllegalArgumentException("not a service name: " + name);
        }
        if (portOffset < 0 || heapMegabytes < 32) {
            throw new IllegalArgumentException("not a port offset and heap size: " + portOffset + ", " + heapMegabytes);
        }
    }
}
