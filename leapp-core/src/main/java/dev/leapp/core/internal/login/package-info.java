/** Who is logged in to integrations, and how fast they may be called. */
@NullMarked
package dev.leapp.core.internal.login;

import org.jspecify.annotations.NullMarked;
