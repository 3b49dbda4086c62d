/** The workspace as a JSON document. */
@NullMarked
package dev.leapp.core.internal.workspace.json;

import org.jspecify.annotations.NullMarked;
