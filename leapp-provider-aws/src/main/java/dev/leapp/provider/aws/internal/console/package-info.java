/** Signs in to AWS's web console. Not part of the API. */
@NullMarked
package dev.leapp.provider.aws.internal.console;

import org.jspecify.annotations.NullMarked;
