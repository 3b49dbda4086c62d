/** What a plug-in implements to add access methods, provider chains and secret stores. */
@NullMarked
package dev.leapp.core.spi;

import org.jspecify.annotations.NullMarked;
