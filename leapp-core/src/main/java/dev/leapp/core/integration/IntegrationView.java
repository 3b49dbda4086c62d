package dev.leapp.core.integration;

/**
 * An integration as it stands.
 *
 * @param integration how it is defined
 * @param login whether somebody is logged in
 * @param sessions how many sessions come from it
 * @param orphaned how many of them a completed listing no longer had
 * @since 0.1
 */
public record IntegrationView(Integration integration, LoginState login, int sessions, int orphaned) {}
