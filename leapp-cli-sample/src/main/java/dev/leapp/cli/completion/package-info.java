/** The command {@code leapp completion}. */
@NullMarked
package dev.leapp.cli.completion;

import org.jspecify.annotations.NullMarked;
