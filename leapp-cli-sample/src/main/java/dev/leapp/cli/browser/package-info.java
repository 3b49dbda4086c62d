/** Opens the user's browser. */
@NullMarked
package dev.leapp.cli.browser;

import org.jspecify.annotations.NullMarked;
