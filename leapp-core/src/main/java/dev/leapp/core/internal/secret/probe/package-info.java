/** Finds out whether a secret store works, by a round trip with a worthless value. */
@NullMarked
package dev.leapp.core.internal.secret.probe;

import org.jspecify.annotations.NullMarked;
