/** Questions on a terminal, and the one line that tells of progress. */
@NullMarked
package dev.leapp.cli.ask;

import org.jspecify.annotations.NullMarked;
