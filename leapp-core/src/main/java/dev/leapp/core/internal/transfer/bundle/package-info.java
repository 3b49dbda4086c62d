/** The portable file that a workspace is exported to. */
@NullMarked
package dev.leapp.core.internal.transfer.bundle;

import org.jspecify.annotations.NullMarked;
