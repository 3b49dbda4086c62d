@NullMarked
package dev.leapp.provider.aws.internal.importer;

import org.jspecify.annotations.NullMarked;
