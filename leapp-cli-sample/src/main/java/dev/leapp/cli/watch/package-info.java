/** {@code leapp watch}. */
@NullMarked
package dev.leapp.cli.watch;

import org.jspecify.annotations.NullMarked;
