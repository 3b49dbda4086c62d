/** Identity providers: where SAML assertions come from. */
@NullMarked
package dev.leapp.integration.sso;

import org.jspecify.annotations.NullMarked;
