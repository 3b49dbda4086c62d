/** The commands {@code leapp workspace …}. */
@NullMarked
package dev.leapp.cli.workspace;

import org.jspecify.annotations.NullMarked;
