/** Speaks Chromium's DevTools protocol, and takes assertions from what a page posts. */
@NullMarked
package dev.leapp.integration.sso.internal.devtools;

import org.jspecify.annotations.NullMarked;
