/** Hands credentials to programs and people. */
@org.jspecify.annotations.NullMarked
package dev.leapp.core.internal.handover;
