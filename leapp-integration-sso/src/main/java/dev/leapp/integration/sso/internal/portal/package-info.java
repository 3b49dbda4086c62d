/** The AWS access portal: what somebody who is logged in may reach. Not part of the API. */
@NullMarked
package dev.leapp.integration.sso.internal.portal;

import org.jspecify.annotations.NullMarked;
