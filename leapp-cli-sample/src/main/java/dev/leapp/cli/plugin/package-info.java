/** The commands {@code leapp plugin …}. */
@NullMarked
package dev.leapp.cli.plugin;

import org.jspecify.annotations.NullMarked;
