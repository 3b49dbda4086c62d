/** The logins that the AWS CLI keeps. Not part of the API. */
@NullMarked
package dev.leapp.integration.sso.internal.awscli;

import org.jspecify.annotations.NullMarked;
