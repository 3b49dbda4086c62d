/** Results as tables for people, and as JSON and CSV for programs. */
@NullMarked
package dev.leapp.cli.output;

import org.jspecify.annotations.NullMarked;
