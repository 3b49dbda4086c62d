@NullMarked
package dev.leapp.core.internal.cache;

import org.jspecify.annotations.NullMarked;
