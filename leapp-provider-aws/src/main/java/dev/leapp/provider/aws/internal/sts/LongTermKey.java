package dev.leapp.provider.aws.internal.sts;

import dev.leapp.core.credential.Secret;

/**
 * An IAM user's own access key.
 *
 * @param accessKeyId its id
 * @param secretAccessKey what requests are signed with
 */
public record LongTermKey(String accessKeyId, Secret secretAccessKey) {}
