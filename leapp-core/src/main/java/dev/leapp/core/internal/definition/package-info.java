@NullMarked
package dev.leapp.core.internal.definition;

import org.jspecify.annotations.NullMarked;
