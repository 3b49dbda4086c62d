@NullMarked
package dev.leapp.provider.aws.internal.profile;

import org.jspecify.annotations.NullMarked;
