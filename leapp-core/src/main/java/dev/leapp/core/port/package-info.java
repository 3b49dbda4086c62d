/** What core asks of its surroundings: storage, secret stores, the user, the environment. */
@NullMarked
package dev.leapp.core.port;

import org.jspecify.annotations.NullMarked;
