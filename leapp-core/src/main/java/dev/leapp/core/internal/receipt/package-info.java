@NullMarked
package dev.leapp.core.internal.receipt;

import org.jspecify.annotations.NullMarked;
