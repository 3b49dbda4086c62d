package dev.leapp.core.internal.transfer;

import dev.leapp.core.port.SecretName;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.workspace.ImportEntry;
import dev.leapp.core.workspace.Workspace;
import java.util.List;
import java.util.Set;

/**
 * What a merge comes to.
 *
 * @param next the definitions afterwards
 * @param entries what becomes of each thing
 * @param remarks what the user should know
 * @param toKeep the imported secrets that go to the secret store
 * @param replaced the sessions that were here with other settings
 * @param rekeyed the sessions that were here with other secrets
 */
record Merged(
        Workspace next,
        List<ImportEntry> entries,
        List<String> remarks,
        List<SecretName> toKeep,
        Set<SessionId> replaced,
        Set<SessionId> rekeyed) {}
