/** The ways to get AWS credentials. Not part of the API. */
@NullMarked
package dev.leapp.provider.aws.internal.access;

import org.jspecify.annotations.NullMarked;
