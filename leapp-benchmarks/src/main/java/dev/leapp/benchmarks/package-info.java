/** Measures speed and memory with nothing but what is exported. Nobody depends on it. */
@NullMarked
package dev.leapp.benchmarks;

import org.jspecify.annotations.NullMarked;
