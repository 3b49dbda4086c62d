@NullMarked
package dev.leapp.integration.sso.internal.redirect;

import org.jspecify.annotations.NullMarked;
