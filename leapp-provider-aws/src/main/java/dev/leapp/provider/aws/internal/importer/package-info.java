/** Makes sessions of what the AWS tools' two files say; changes nothing in them. */
@NullMarked
package dev.leapp.provider.aws.internal.importer;

import org.jspecify.annotations.NullMarked;
