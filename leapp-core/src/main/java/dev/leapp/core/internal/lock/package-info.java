/** Locks that hold between processes and between the threads of one. */
@NullMarked
package dev.leapp.core.internal.lock;

import org.jspecify.annotations.NullMarked;
