/** Contracts that adapters extend; needs JUnit and AssertJ on the class path. */
@NullMarked
package dev.leapp.testkit.contract;

import org.jspecify.annotations.NullMarked;
