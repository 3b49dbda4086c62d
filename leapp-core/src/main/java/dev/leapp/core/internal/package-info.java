@NullMarked
package dev.leapp.core.internal;

import org.jspecify.annotations.NullMarked;
