/**
 * The operating system's keychain as a secret store. Items lie under Leapp's own service and account names, so that what the
 * desktop app kept is found.
 */
@NullMarked
package dev.leapp.core.internal.secret.keychain;

import org.jspecify.annotations.NullMarked;
