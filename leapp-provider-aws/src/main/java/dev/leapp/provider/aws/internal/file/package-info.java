/** Files that belong to the user: found behind symbolic links, locked among processes, replaced in one step or not at all. Not part of the API. */
@NullMarked
package dev.leapp.provider.aws.internal.file;

import org.jspecify.annotations.NullMarked;
