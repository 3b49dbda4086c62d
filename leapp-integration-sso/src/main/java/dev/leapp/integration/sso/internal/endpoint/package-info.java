/** Where IAM Identity Center is: start URLs, regions, partitions. Not part of the API. */
@NullMarked
package dev.leapp.integration.sso.internal.endpoint;

import org.jspecify.annotations.NullMarked;
