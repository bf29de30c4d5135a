package io.groundswell.creator.tier;

import io.groundswell.kit.workspace.Workspace;

/** Told within the process, after a scheme of the workspace was added or withdrawn: another one may be in force. */
public record TierSchemeChanged(Workspace workspace) {}
