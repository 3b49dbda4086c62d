/** The commands {@code leapp session …}. */
@NullMarked
package dev.leapp.cli.session;

import org.jspecify.annotations.NullMarked;
