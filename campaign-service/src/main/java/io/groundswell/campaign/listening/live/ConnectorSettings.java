package io.groundswell.campaign.listening.live;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.groundswell.kit.workspace.Workspace;

/**
 * What a process needs to listen.
 *
 * @param accessToken null when there is none
 * @param position how far it has come; null at the beginning
 */
record ConnectorSettings(Workspace workspace, UUID id, ConnectorKind kind, URI url, @Nullable String stream,
        List<String> wantedDids, @Nullable String accessToken, @Nullable String position) {

    /** Names the place of a connector's token, to which it is sealed. */
    static String placeOfToken(Workspace workspace, UUID id) {
        return workspace.key() + " connector " + id;
    }

    @Override
    public String toString() {
        return "connector %s of workspace %s".formatted(id, workspace.key());
    }
}
