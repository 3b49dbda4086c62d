/** Integrations: where sessions come from. */
@NullMarked
package dev.leapp.core.integration;

import org.jspecify.annotations.NullMarked;
