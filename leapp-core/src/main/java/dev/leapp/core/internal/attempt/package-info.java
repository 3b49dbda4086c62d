/** Attempts of which there is one at a time on the whole machine, and how their failures are shared. */
@NullMarked
package dev.leapp.core.internal.attempt;

import org.jspecify.annotations.NullMarked;
