/** The commands {@code leapp integration …}. */
@NullMarked
package dev.leapp.cli.integration;

import org.jspecify.annotations.NullMarked;
