package io.groundswell.advocacy.link;

import java.util.UUID;

import io.groundswell.kit.workspace.Workspace;

/**
 * Where a code leads.
 *
 * @param workspace whose link it is
 * @param shareId what its clicks are counted for
 * @param location absolute, with campaign parameters, ASCII
 */
public record Link(Workspace workspace, UUID shareId, String location) {}
