/** Integrations with AWS IAM Identity Center. Not part of the API. */
@NullMarked
package dev.leapp.integration.sso.internal.identitycenter;

import org.jspecify.annotations.NullMarked;
