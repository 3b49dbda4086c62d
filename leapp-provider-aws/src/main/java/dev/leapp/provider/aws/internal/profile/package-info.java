/**
 * A lossless editor for the AWS tools' shared files, {@code ~/.aws/credentials} and {@code ~/.aws/config}.
 *
 * <p>Everything works on bytes: a document that is parsed and rendered is the same bytes, whatever is in it, and an edit touches only the lines that it
 * adds or takes away. Not part of the API.
 */
@NullMarked
package dev.leapp.provider.aws.internal.profile;

import org.jspecify.annotations.NullMarked;
