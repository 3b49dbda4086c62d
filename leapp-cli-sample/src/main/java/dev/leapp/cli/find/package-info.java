/** Finding sessions: globs, queries, and fuzzy matches. */
@NullMarked
package dev.leapp.cli.find;

import org.jspecify.annotations.NullMarked;
