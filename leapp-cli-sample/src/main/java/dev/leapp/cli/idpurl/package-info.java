/** The commands {@code leapp idp-url …}. */
@NullMarked
package dev.leapp.cli.idpurl;

import org.jspecify.annotations.NullMarked;
