/**
 * Which secret store a workspace uses. The choice is made when the first secret is written, pinned in the workspace and told; it
 * never changes by itself.
 */
@NullMarked
package dev.leapp.core.internal.secret;

import org.jspecify.annotations.NullMarked;
