@NullMarked
package dev.leapp.integration.sso.internal.file;

import org.jspecify.annotations.NullMarked;
