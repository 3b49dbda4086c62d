package dev.leapp.provider.aws.internal.chain;

import java.util.Set;

/** The keys of a profile by which the AWS tools decide where credentials come from. */
final class CredentialKeys {

    private static final Set<String> DECIDING = Set.of(
            "aws_access_key_id",
            "aws_secret_access_key",
            "aws_session_token",
            "aws_security_token",
            "credential_process",
            "credential_source",
            "role_arn",
            "source_profile",
            "web_identity_token_file",
            "login_session");

    private CredentialKeys() {}

    static boolean decides(String key) {
        return DECIDING.contains(key) || key.startsWith("sso_");
    }
}
