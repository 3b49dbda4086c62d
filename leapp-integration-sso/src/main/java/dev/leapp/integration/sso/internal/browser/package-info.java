/** Logs in at an identity provider with the system's browser. */
@NullMarked
package dev.leapp.integration.sso.internal.browser;

import org.jspecify.annotations.NullMarked;
