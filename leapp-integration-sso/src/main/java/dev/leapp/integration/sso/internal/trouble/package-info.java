/** What goes wrong with IAM Identity Center, in words. Not part of the API. */
@NullMarked
package dev.leapp.integration.sso.internal.trouble;

import org.jspecify.annotations.NullMarked;
