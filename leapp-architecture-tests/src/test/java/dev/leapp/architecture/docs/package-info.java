/** What the documents say is compiled, run or looked up. */
@NullMarked
package dev.leapp.architecture.docs;

import org.jspecify.annotations.NullMarked;
