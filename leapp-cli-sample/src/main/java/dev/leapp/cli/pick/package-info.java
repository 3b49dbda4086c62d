/** Choosing one of many on a terminal: type to filter, arrows to choose. */
@NullMarked
package dev.leapp.cli.pick;

import org.jspecify.annotations.NullMarked;
