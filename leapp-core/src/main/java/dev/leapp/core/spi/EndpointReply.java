package dev.leapp.core.spi;

import dev.leapp.core.credential.Secret;

/**
 * What an endpoint answers.
 *
 * @param status the HTTP status
 * @param contentType the media type of the body
 * @param body the body, sent as UTF-8
 * @since 0.1
 */
public record EndpointReply(int status, String contentType, Secret body) {}
