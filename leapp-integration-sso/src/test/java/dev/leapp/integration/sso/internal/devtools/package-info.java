@NullMarked
package dev.leapp.integration.sso.internal.devtools;

import org.jspecify.annotations.NullMarked;
