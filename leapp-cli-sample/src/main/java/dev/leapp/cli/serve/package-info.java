/** {@code leapp serve}. */
@NullMarked
package dev.leapp.cli.serve;

import org.jspecify.annotations.NullMarked;
