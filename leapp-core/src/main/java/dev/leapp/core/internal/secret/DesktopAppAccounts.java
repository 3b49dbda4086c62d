package dev.leapp.core.internal.secret;

import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.SessionId;
import java.util.stream.Stream;

/** The accounts under which the Leapp desktop app keeps secrets of sessions and integrations in the keychain. */
final class DesktopAppAccounts {

    private DesktopAppAccounts() {}

    static Stream<String> of(SessionId session) {
        return Stream.of("access-key-id", "secret-access-key", "token")
                .map(end -> session + "-iam-user-aws-session-" + end);
    }

    static Stream<String> of(IntegrationId integration) {
        return Stream.of(
                        "aws-sso-integration-access-token-",
                        "azure-integration-profile-",
                        "azure-integration-account-",
                        "azure-integration-refresh-token-")
                .map(start -> start + integration);
    }
}
