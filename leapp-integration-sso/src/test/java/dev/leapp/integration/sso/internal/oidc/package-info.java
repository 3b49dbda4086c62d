@NullMarked
package dev.leapp.integration.sso.internal.oidc;

import org.jspecify.annotations.NullMarked;
