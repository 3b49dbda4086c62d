package dev.leapp.core.internal.transfer;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.workspace.Workspace;
import java.util.List;
import java.util.Map;

/**
 * What any source of an import comes down to.
 *
 * @param workspace the definitions; of its settings only the default chains count
 * @param secrets those that came along, wiped when the plan is closed
 * @param refused what the source itself could not take
 * @param remarks what the user should know, a line each
 */
record ImportedWorkspace(
        Workspace workspace, Map<SecretName, Secret> secrets, List<Refused> refused, List<String> remarks) {

    /** Something that could not be taken: what it is, what it is called, and why. */
    record Refused(String kind, String name, String reason) {}
}
