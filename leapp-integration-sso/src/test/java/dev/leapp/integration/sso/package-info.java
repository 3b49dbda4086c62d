@NullMarked
package dev.leapp.integration.sso;

import org.jspecify.annotations.NullMarked;
