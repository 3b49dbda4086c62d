/** What all commands share: global options, the opened Leapp, errors and exit codes. */
@NullMarked
package dev.leapp.cli.run;

import org.jspecify.annotations.NullMarked;
