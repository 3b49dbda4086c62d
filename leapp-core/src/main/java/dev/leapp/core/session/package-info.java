/** Sessions: what is needed to connect to a cloud provider, their state, and the actions on them. */
@NullMarked
package dev.leapp.core.session;

import org.jspecify.annotations.NullMarked;
