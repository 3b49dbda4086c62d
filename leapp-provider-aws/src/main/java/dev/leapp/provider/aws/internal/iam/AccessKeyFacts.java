package dev.leapp.provider.aws.internal.iam;

import java.time.Instant;

/**
 * What IAM tells of an access key.
 *
 * @param id its id
 * @param createdAt when it was created
 * @param active whether it can be used
 */
public record AccessKeyFacts(String id, Instant createdAt, boolean active) {}
