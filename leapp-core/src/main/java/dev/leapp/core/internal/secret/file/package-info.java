/**
 * Secrets in one encrypted file. Its random key is wrapped by a passphrase (Argon2id) or a key file (HKDF) that the user names,
 * never by anything that every local program can read.
 */
@NullMarked
package dev.leapp.core.internal.secret.file;

import org.jspecify.annotations.NullMarked;
