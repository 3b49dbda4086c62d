/** Integrations, and what their sync does to the workspace. */
@NullMarked
package dev.leapp.core.internal.integration;

import org.jspecify.annotations.NullMarked;
