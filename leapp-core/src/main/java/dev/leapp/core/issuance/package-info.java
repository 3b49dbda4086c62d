/** Which credentials were issued, when, and what for. */
@org.jspecify.annotations.NullMarked
package dev.leapp.core.issuance;
