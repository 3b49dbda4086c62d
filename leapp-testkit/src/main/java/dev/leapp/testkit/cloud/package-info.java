/** Small stand-ins of cloud services on loopback; needs no test library. */
@NullMarked
package dev.leapp.testkit.cloud;

import org.jspecify.annotations.NullMarked;
