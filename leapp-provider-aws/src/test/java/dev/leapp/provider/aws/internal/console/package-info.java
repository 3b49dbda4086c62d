@NullMarked
package dev.leapp.provider.aws.internal.console;

import org.jspecify.annotations.NullMarked;
