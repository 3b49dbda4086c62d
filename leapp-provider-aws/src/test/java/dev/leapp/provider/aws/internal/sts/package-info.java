@NullMarked
package dev.leapp.provider.aws.internal.sts;

import org.jspecify.annotations.NullMarked;
