/** Looks for what is wrong, one small check for each thing that can be. */
@NullMarked
package dev.leapp.core.internal.doctor;

import org.jspecify.annotations.NullMarked;
