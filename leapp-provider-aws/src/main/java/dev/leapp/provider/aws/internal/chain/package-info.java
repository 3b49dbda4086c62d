/** The ways to hand AWS credentials over to the AWS tools. Not part of the API. */
@NullMarked
package dev.leapp.provider.aws.internal.chain;

import org.jspecify.annotations.NullMarked;
