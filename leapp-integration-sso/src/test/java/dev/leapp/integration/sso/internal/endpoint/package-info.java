@NullMarked
package dev.leapp.integration.sso.internal.endpoint;

import org.jspecify.annotations.NullMarked;
