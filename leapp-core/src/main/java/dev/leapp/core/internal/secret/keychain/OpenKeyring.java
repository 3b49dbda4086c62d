package dev.leapp.core.internal.secret.keychain;

/** A keychain as java-keyring shows it, opened; each method may throw whatever that library throws. */
interface OpenKeyring {

    /** Returns a value; throws the same exception if it isn't there as if it can't be read. */
    String get(String account) throws Exception;

    void set(String account, String value) throws Exception;

    void delete(String account) throws Exception;

    void close() throws Exception;

    /** Opens a keychain. */
    @FunctionalInterface
    interface Opener {
        OpenKeyring open() throws Exception;
    }
}
