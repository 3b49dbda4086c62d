/** The fields that plug-ins declare, as flags and as questions. */
@NullMarked
package dev.leapp.cli.field;

import org.jspecify.annotations.NullMarked;
