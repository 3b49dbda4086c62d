@NullMarked
package dev.leapp.provider.aws.internal.file;

import org.jspecify.annotations.NullMarked;
