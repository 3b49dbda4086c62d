/** {@code leapp log}. */
@NullMarked
package dev.leapp.cli.log;

import org.jspecify.annotations.NullMarked;
