/** Exporting a workspace and importing into it: sources, the plan, and its application. */
@NullMarked
package dev.leapp.core.internal.transfer;

import org.jspecify.annotations.NullMarked;
