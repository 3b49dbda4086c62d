@NullMarked
package dev.leapp.provider.aws.internal.environment;

import org.jspecify.annotations.NullMarked;
