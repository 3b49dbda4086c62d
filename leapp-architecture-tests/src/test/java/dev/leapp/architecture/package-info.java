/** Rules over all modules. Each holds in our code, and each is broken by a sample under {@code sample}. */
@NullMarked
package dev.leapp.architecture;

import org.jspecify.annotations.NullMarked;
