@NullMarked
package dev.leapp.provider.aws.internal.chain;

import org.jspecify.annotations.NullMarked;
