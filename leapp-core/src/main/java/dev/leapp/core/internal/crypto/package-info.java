/** The ciphers and key derivations that core uses, over the JDK's own providers but for Argon2id. */
@NullMarked
package dev.leapp.core.internal.crypto;

import org.jspecify.annotations.NullMarked;
