/** Files that are replaced as a whole or not at all. */
@NullMarked
package dev.leapp.core.internal.file;

import org.jspecify.annotations.NullMarked;
