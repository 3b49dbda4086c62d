package dev.leapp.core.spi;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Finds the certificate authorities to trust.
 *
 * @param systemBundles where Unix systems have theirs; the first that is there counts
 */
record Certificates(List<Path> systemBundles) {

    private static final List<String> SYSTEM_STORES = List.of("Windows-ROOT", "KeychainStore-ROOT", "KeychainStore");

    static Certificates ofThisMachine() {
        return new Certificates(List.of(
                Path.of("/etc/ssl/certs/ca-certificates.crt"),
                Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
                Path.of("/etc/ssl/ca-bundle.pem"),
                Path.of("/etc/ssl/cert.pem")));
    }

    /** Returns a manager that trusts whom Java trusts, and these. */
    static X509TrustManager trusting(Collection<? extends Certificate> more) {
        try {
            KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
            anchors.load(null, null);
            int number = 0;
            for (Certificate java : manager(null).getAcceptedIssuers()) {
                anchors.setCertificateEntry("java-" + number++, java);
            }
            for (Certificate other : more) {
                anchors.setCertificateEntry("more-" + number++, other);
            }
            return manager(anchors);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Every Java runtime has certificate authorities and X.509", e);
        }
    }

    /** Returns what a PEM file holds; only whole certificates count. */
    static Collection<? extends Certificate> ofFile(String source, Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(stream);
            if (found.isEmpty()) {
                throw bad(source, file, "holds no certificate", null);
            }
            return found;
        } catch (IOException e) {
            throw bad(source, file, "can't be read", e);
        } catch (GeneralSecurityException e) {
            throw bad(source, file, "is no PEM file of certificates", e);
        }
    }

    /** Returns those that the operating system trusts. */
    Collection<? extends Certificate> ofSystem() {
        List<Certificate> found = new ArrayList<>();
        SYSTEM_STORES.forEach(type -> found.addAll(ofStore(type)));
        systemBundles.stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .ifPresent(file -> found.addAll(ofFile("the operating system's trust store", file)));
        if (found.isEmpty()) {
            throw new LeappException(
                    CoreErrorCode.INVALID_VALUE,
                    "The operating system's trust store is not found here",
                    "name a PEM file of certificates in AWS_CA_BUNDLE instead");
        }
        return found;
    }

    /** Java knows these types only on the system that they belong to. */
    private static List<Certificate> ofStore(String type) {
        try {
            KeyStore store = KeyStore.getInstance(type);
            store.load(null, null);
            List<Certificate> found = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                if (store.isCertificateEntry(alias) && store.getCertificate(alias) instanceof X509Certificate one) {
                    found.add(one);
                }
            }
            return found;
        } catch (GeneralSecurityException | IOException e) {
            return List.of();
        }
    }

    private static X509TrustManager manager(@Nullable KeyStore anchors) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(anchors);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager found) {
                return found;
            }
        }
        throw new KeyStoreException("no X.509 trust manager");
    }

    private static LeappException bad(String source, Path file, String how, @Nullable Throwable cause) {
        return new LeappException(
                CoreErrorCode.INVALID_VALUE,
                source + " names " + file + ", which " + how,
                "name a PEM file of certificate authorities, or unset it",
                cause);
    }
}
