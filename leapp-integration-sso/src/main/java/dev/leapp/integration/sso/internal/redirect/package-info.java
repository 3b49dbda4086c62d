/** The listener that a browser is sent back to. Not part of the API. */
@NullMarked
package dev.leapp.integration.sso.internal.redirect;

import org.jspecify.annotations.NullMarked;
