/** Handing credentials to programs and people: environments, endpoints, web consoles. */
@org.jspecify.annotations.NullMarked
package dev.leapp.core.handover;
