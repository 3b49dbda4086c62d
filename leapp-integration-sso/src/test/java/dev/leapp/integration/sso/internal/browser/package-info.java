@NullMarked
package dev.leapp.integration.sso.internal.browser;

import org.jspecify.annotations.NullMarked;
