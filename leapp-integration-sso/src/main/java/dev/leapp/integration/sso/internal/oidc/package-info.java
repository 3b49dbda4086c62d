/** Logging in to IAM Identity Center: its OAuth 2.0 service. Not part of the API. */
@NullMarked
package dev.leapp.integration.sso.internal.oidc;

import org.jspecify.annotations.NullMarked;
