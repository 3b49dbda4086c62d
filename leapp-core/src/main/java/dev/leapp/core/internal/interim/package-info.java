@NullMarked
package dev.leapp.core.internal.interim;

import org.jspecify.annotations.NullMarked;
