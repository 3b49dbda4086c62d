@NullMarked
package dev.leapp.core.internal.session;

import org.jspecify.annotations.NullMarked;
