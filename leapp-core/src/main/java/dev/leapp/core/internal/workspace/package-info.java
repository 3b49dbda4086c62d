/** The encrypted workspace in a local file. */
@NullMarked
package dev.leapp.core.internal.workspace;

import org.jspecify.annotations.NullMarked;
