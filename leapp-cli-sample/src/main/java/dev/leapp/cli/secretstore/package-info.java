/** The commands {@code leapp secret-store …}. */
@NullMarked
package dev.leapp.cli.secretstore;

import org.jspecify.annotations.NullMarked;
