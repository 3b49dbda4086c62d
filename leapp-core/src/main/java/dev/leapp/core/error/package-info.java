/** What can go wrong, told so that a user knows what to do next. */
@NullMarked
package dev.leapp.core.error;

import org.jspecify.annotations.NullMarked;
