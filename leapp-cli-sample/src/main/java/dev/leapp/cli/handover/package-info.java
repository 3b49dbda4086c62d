/** Commands that hand credentials to programs and shells. */
@NullMarked
package dev.leapp.cli.handover;

import org.jspecify.annotations.NullMarked;
