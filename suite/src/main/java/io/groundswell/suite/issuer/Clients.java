package io.groundswell.suite.issuer;

import java.util.List;
import java.util.Map;

/** The clients of one machine: two people of one workspace, one person of another, and the services themselves. */
public final class Clients {

    /** Runs campaigns in workspace {@code demo}. */
    public static final String MARKETER = "marketer";

    /** Shares posts in workspace {@code demo}. */
    public static final String EMPLOYEE = "employee";

    /** Runs campaigns in another workspace and must see nothing of {@code demo}. */
    public static final String STRANGER = "stranger";

    /** The services among themselves: reads every workspace's events and nothing else. */
    public static final String SERVICE = "groundswell-service";

    private static final String MARKETER_SCOPE = "creators:read creators:write campaigns:read campaigns:write campaigns:approve advocacy:read advocacy:write admin";

    private Clients() {}

    /**
     * {@return all clients}
     *
     * @param serviceSecret the secret of {@link #SERVICE}
     */
    public static List<Client> of(String serviceSecret) {
        return List.of(
                person(MARKETER, "demo", MARKETER_SCOPE, "marketer@demo.example", "Mina Marketer"),
                person(EMPLOYEE, "demo", "employee", "ada@demo.example", "Ada Employee"),
                person(STRANGER, "elsewhere", MARKETER_SCOPE, "stranger@elsewhere.example", "Sol Stranger"),
                new Client(SERVICE, serviceSecret, Map.of("sub", SERVICE, "workspace", "*", "scope", "events:read")));
    }

    private static Client person(String id, String workspace, String scope, String email, String name) {
        return new Client(id, null, Map.of("sub", id, "workspace", workspace, "scope", scope, "email", email, "name", name));
    }
}
