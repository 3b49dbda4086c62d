/** Calls of services that speak JSON, unsigned. Not part of the API. */
@NullMarked
package dev.leapp.integration.sso.internal.rest;

import org.jspecify.annotations.NullMarked;
