/** The commands {@code leapp profile …}. */
@NullMarked
package dev.leapp.cli.profile;

import org.jspecify.annotations.NullMarked;
