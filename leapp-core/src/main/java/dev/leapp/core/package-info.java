/** The facade that embedders open. */
@NullMarked
package dev.leapp.core;

import org.jspecify.annotations.NullMarked;
