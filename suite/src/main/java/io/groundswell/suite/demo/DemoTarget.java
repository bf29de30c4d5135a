package io.groundswell.suite.demo;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The running suite a demo talks to, and on whose behalf.
 * <p>
 * Both tokens must name the same workspace, and nothing may have happened in it: the demo's figures are exact only from an empty start. A workspace exists as
 * soon as a token names it, so each run takes a new one from {@link #freshWorkspace}.
 *
 * @param origin        the gateway's origin, such as {@code http://localhost:8080}
 * @param workspace     the workspace of both tokens, for display
 * @param marketerToken bearer token with every scope of a marketer
 * @param employeeToken bearer token with the scope {@code employee} and an e-mail address of the demo's roster, {@value #EMPLOYEE}
 */
public record DemoTarget(URI origin, String workspace, String marketerToken, String employeeToken) {

    /** Work e-mail of the employee who shares. */
    public static final String EMPLOYEE = "ada@demo.example";

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS")
            .withZone(ZoneOffset.UTC);

    /** A workspace name that no earlier run has used, unless it began in the same millisecond. */
    public static String freshWorkspace(Clock clock) {
        return "demo-" + STAMP.format(clock.instant());
    }

    /** Leaves the tokens out. */
    @Override
    public String toString() {
        return "DemoTarget[" + origin + ", workspace " + workspace + "]";
    }
}
