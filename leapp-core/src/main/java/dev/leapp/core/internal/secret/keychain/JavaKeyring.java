package dev.leapp.core.internal.secret.keychain;

import com.github.javakeyring.Keyring;
import dev.leapp.core.port.SecretName;

/** java-keyring itself, under Leapp's service. */
record JavaKeyring(Keyring library) implements OpenKeyring {

    static OpenKeyring open() throws Exception {
        return new JavaKeyring(Keyring.create());
    }

    @Override
    public String get(String account) throws Exception {
        return library.getPassword(SecretName.SERVICE, account);
    }

    @Override
    public void set(String account, String value) throws Exception {
        library.setPassword(SecretName.SERVICE, account, value);
    }

    @Override
    public void delete(String account) throws Exception {
        library.deletePassword(SecretName.SERVICE, account);
    }

    @Override
    public void close() throws Exception {
        library.close();
    }
}
