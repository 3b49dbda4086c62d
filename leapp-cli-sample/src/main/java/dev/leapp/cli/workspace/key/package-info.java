/** The commands {@code leapp workspace key …}. */
@NullMarked
package dev.leapp.cli.workspace.key;

import org.jspecify.annotations.NullMarked;
