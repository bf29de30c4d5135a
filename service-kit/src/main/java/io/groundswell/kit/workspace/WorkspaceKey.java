package io.groundswell.kit.workspace;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * The primary key of every aggregate: the workspace leads, so that one workspace's rows lie together and no id alone can
 * reach another's.
 */
@Embeddable
public record WorkspaceKey(@Column(name = "workspace_id", nullable = false) String workspaceId,
        @Column(name = "id", nullable = false) UUID id) {

    public WorkspaceKey(Workspace workspace, UUID id) {
        this(workspace.key(), id);
    }
}
