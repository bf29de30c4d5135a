package io.groundswell.advocacy.link;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.workspace.Workspace;

/**
 * All active links by code, in memory. Workspaces and locations are kept once each, because the shares of one pack on one
 * network lead to one place: a link costs about 150 bytes.
 */
@ApplicationScoped
public class LinkTable {
    private final ConcurrentMap<String, Link> links = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, String> locations = new ConcurrentHashMap<>();
    private final ConcurrentMap<Workspace, Workspace> workspaces = new ConcurrentHashMap<>();

    /** Returns the active link with this code, or null. */
    public @Nullable Link find(String code) {
        return links.get(code);
    }

    /** Makes a link known on this replica at once; to be called after it is committed. */
    public void put(String code, Link link) {
        String location = locations.computeIfAbsent(link.location(), same -> same);
        Workspace workspace = workspaces.computeIfAbsent(link.workspace(), same -> same);
        links.put(code, new Link(workspace, link.shareId(), location));
    }

    void remove(String code) {
        links.remove(code);
    }

    int size() {
        return links.size();
    }
}
