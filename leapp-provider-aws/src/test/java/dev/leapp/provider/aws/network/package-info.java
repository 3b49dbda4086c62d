@NullMarked
package dev.leapp.provider.aws.network;

import org.jspecify.annotations.NullMarked;
