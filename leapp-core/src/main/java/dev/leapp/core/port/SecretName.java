package dev.leapp.core.port;

/**
 * Names one secret in a store. With the service {@value #SERVICE} it is Leapp's own naming, so that what the desktop app kept is
 * found.
 *
 * @param account the account, such as {@code <sessionId>-iam-user-aws-session-access-key-id}
 * @since 0.1
 */
public record SecretName(String account) {

    /** The service under which every item lies in an OS keychain. */
    public static final String SERVICE = "Leapp";

    /**
     * Checks the name.
     *
     * @param account the account
     * @throws IllegalArgumentException if it is blank
     */
    public SecretName {
        if (account.isBlank()) {
            throw new IllegalArgumentException("A secret needs an account name");
        }
    }

    @Override
    public String toString() {
        return account;
    }
}
