/** The workspace: the sessions, named profiles and identity provider URLs that one user keeps. */
@NullMarked
package dev.leapp.core.workspace;

import org.jspecify.annotations.NullMarked;
