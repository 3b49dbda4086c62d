@NullMarked
package dev.leapp.provider.aws.real;

import org.jspecify.annotations.NullMarked;
