@NullMarked
package dev.leapp.integration.sso.internal.awscli;

import org.jspecify.annotations.NullMarked;
