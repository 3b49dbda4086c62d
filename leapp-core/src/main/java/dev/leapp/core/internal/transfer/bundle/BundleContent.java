package dev.leapp.core.internal.transfer.bundle;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.workspace.Workspace;
import java.util.Map;

/** What travels in a bundle. */
public record BundleContent(Workspace workspace, Map<SecretName, Secret> secrets) {}
