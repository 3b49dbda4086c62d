package dev.leapp.core.internal.integration.plan;

import dev.leapp.core.integration.SyncPlan;
import dev.leapp.core.session.Session;
import dev.leapp.core.workspace.Workspace;
import java.util.List;

/**
 * A plan, and the workspace that it makes.
 *
 * @param deleted the sessions that the workspace has no longer
 */
public record Planned(SyncPlan plan, Workspace next, List<Session> deleted) {}
