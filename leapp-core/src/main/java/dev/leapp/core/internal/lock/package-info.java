/** Locks among threads and processes. */
@NullMarked
package dev.leapp.core.internal.lock;

import org.jspecify.annotations.NullMarked;
