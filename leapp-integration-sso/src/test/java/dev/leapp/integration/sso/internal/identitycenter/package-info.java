@NullMarked
package dev.leapp.integration.sso.internal.identitycenter;

import org.jspecify.annotations.NullMarked;
