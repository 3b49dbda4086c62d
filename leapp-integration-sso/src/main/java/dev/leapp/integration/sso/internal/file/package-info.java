/** Takes assertions from a file or from standard input. */
@NullMarked
package dev.leapp.integration.sso.internal.file;

import org.jspecify.annotations.NullMarked;
