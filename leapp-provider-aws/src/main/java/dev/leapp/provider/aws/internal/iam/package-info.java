/** Calls to IAM about a user's own access keys. Not part of the API. */
@NullMarked
package dev.leapp.provider.aws.internal.iam;

import org.jspecify.annotations.NullMarked;
