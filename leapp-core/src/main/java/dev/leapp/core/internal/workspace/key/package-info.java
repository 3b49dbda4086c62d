/**
 * The workspace's key W and the slots that it is wrapped in. Slots are alternatives: whoever opens one has the key.
 */
@NullMarked
package dev.leapp.core.internal.workspace.key;

import org.jspecify.annotations.NullMarked;
