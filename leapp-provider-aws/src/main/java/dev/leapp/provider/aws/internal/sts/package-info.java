/** Calls to AWS's Security Token Service, isolated from whatever the SDK would read by itself. Not part of the API. */
@NullMarked
package dev.leapp.provider.aws.internal.sts;

import org.jspecify.annotations.NullMarked;
