/** What may be reached upstream: asked for, told how far it is, and kept until it is complete. */
@NullMarked
package dev.leapp.core.internal.integration.listing;

import org.jspecify.annotations.NullMarked;
