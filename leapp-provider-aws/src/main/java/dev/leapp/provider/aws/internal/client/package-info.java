/** What the clients of all AWS services share: isolation from what the SDK would read by itself, endpoints, troubles. Not part of the API. */
@NullMarked
package dev.leapp.provider.aws.internal.client;

import org.jspecify.annotations.NullMarked;
