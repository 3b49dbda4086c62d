/** The streams, the environment and the terminal that a command is given. */
@NullMarked
package dev.leapp.cli.io;

import org.jspecify.annotations.NullMarked;
