/** The commands {@code leapp region …}. */
@NullMarked
package dev.leapp.cli.region;

import org.jspecify.annotations.NullMarked;
