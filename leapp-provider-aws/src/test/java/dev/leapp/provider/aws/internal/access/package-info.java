@NullMarked
package dev.leapp.provider.aws.internal.access;

import org.jspecify.annotations.NullMarked;
