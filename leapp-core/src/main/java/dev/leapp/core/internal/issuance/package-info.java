/** Keeps a record of which credentials went where. */
@org.jspecify.annotations.NullMarked
package dev.leapp.core.internal.issuance;
