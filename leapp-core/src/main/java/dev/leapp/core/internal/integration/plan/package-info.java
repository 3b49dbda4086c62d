/** What a listing changes in a workspace: worked out, and not yet done. */
@NullMarked
package dev.leapp.core.internal.integration.plan;

import org.jspecify.annotations.NullMarked;
