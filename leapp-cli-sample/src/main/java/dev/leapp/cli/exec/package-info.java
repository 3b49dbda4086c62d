/** Running other programs: in this process's place, or beside it. Knows nothing of commands. */
@NullMarked
package dev.leapp.cli.exec;

import org.jspecify.annotations.NullMarked;
