/** What AWS's clients read from the environment of their process. */
@NullMarked
package dev.leapp.provider.aws.internal.environment;

import org.jspecify.annotations.NullMarked;
