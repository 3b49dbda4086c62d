package dev.leapp.core.spi;

/**
 * Whom a Java runtime's TLS trusts.
 *
 * @since 0.1
 */
public enum TrustStore {
    /** The certificate authorities that the Java runtime trusts. */
    JAVA,
    /** Those that the operating system trusts, too. */
    SYSTEM
}
