@NullMarked
package dev.leapp.cli.browser;

import org.jspecify.annotations.NullMarked;
