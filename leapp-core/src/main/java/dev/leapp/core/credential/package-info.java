/** Credentials and the secrets in them, the same two values for every cloud. */
@NullMarked
package dev.leapp.core.credential;

import org.jspecify.annotations.NullMarked;
