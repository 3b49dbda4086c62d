/** Calls to the portal of IAM Identity Center. Not part of the API. */
@NullMarked
package dev.leapp.provider.aws.internal.sso;

import org.jspecify.annotations.NullMarked;
