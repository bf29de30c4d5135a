package io.groundswell.suite.database;

import io.zonky.test.db.postgres.util.LinuxUtils;

/** What running as root means for PostgreSQL, which refuses it; on Linux a user namespace makes it think otherwise. */
public final class Root {

    private Root() {}

    /** {@return whether PostgreSQL can run under this user} */
    public static boolean canRunPostgres() {
        return !"root".equals(System.getProperty("user.name")) || LinuxUtils.isUnshareAvailable();
    }

    static String advice() {
        return canRunPostgres()
                ? ""
                : ": it refuses to run as root, and this machine does not allow the user namespace (unshare -U) that would get round that. Run as an ordinary user";
    }
}
