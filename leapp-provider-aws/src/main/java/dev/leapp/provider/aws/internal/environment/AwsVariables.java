package dev.leapp.provider.aws.internal.environment;

import java.util.List;
import java.util.Set;

/**
 * Which variables decide who a client of AWS is, where it works and whom it calls. Left alone are those that say how it works (the
 * pager, retries, output, a CA bundle, FIPS and dual-stack), where files lie ({@code AWS_CONFIG_FILE},
 * {@code AWS_SHARED_CREDENTIALS_FILE}: they also hold settings, and their credentials are looked at only after the environment's), and
 * where the instance metadata is, which is asked last.
 */
final class AwsVariables {

    private static final Set<String> DECIDING = Set.of(
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "AWS_CREDENTIAL_EXPIRATION",
            "AWS_ACCOUNT_ID",
            "AWS_REGION",
            "AWS_DEFAULT_REGION",
            "AWS_PROFILE",
            "AWS_DEFAULT_PROFILE",
            "AWS_ROLE_ARN",
            "AWS_ROLE_SESSION_NAME",
            "AWS_WEB_IDENTITY_TOKEN_FILE",
            "AWS_ENDPOINT_URL",
            // Older names, which some tools still read.
            "AWS_ACCESS_KEY",
            "AWS_SECRET_KEY",
            "AWS_SECURITY_TOKEN",
            "AWS_SESSION_EXPIRATION",
            "AWS_CREDENTIAL_FILE",
            "AWS_S3_ENDPOINT",
            "AWS_DYNAMODB_ENDPOINT",
            "AWS_IAM_ENDPOINT",
            "AWS_STS_ENDPOINT",
            // Shown by prompts as the account that one works in.
            "AWS_VAULT");

    /** Each of them has a member for every service, or several for one way. */
    private static final List<String> DECIDING_FAMILIES =
            List.of("AWS_CONTAINER_", "AWS_ENDPOINT_URL_", "AWS_BEARER_TOKEN_");

    private AwsVariables() {}

    static boolean decides(String variable) {
        return DECIDING.contains(variable) || DECIDING_FAMILIES.stream().anyMatch(variable::startsWith);
    }
}
