/** What JUnit loads by itself. */
@NullMarked
package dev.leapp.testkit.internal;

import org.jspecify.annotations.NullMarked;
