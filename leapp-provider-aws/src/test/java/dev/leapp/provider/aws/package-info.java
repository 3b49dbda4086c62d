@NullMarked
package dev.leapp.provider.aws;

import org.jspecify.annotations.NullMarked;
