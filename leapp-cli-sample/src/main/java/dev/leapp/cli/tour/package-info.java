/** The command {@code leapp tour}. */
@NullMarked
package dev.leapp.cli.tour;

import org.jspecify.annotations.NullMarked;
