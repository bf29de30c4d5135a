package io.groundswell.kit.clock;

import java.time.Clock;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.arc.DefaultBean;

/** Gives the process its clock: the system's, in UTC. A test that produces a {@link Clock} bean replaces it. */
@Singleton
public class SystemClock {

    /** Returns the system's clock in UTC. */
    @Produces
    @Singleton
    @DefaultBean
    public Clock clock() {
        return Clock.systemUTC();
    }
}
