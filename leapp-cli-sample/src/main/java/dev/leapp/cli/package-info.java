/** The {@code leapp} command. */
@NullMarked
package dev.leapp.cli;

import org.jspecify.annotations.NullMarked;
