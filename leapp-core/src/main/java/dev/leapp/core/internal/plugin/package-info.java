@NullMarked
package dev.leapp.core.internal.plugin;

import org.jspecify.annotations.NullMarked;
