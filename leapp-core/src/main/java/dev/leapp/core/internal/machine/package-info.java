/** What identifies this machine, as far as the workspace's machine key slot is concerned. */
@NullMarked
package dev.leapp.core.internal.machine;

import org.jspecify.annotations.NullMarked;
