package dev.leapp.cli.run;

import dev.leapp.core.credential.Secret;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes known secrets out of what is about to be written: the last line of defence, as none should get there. Thread-safe. */
public final class Redactor {

    private static final int SHORTEST = 4;

    private final List<String> secrets = new CopyOnWriteArrayList<>();

    /** Remembers a secret. */
    public void add(Secret secret) {
        String value = secret.reveal();
        if (value.length() >= SHORTEST) {
            secrets.add(value);
        }
    }

    /** Returns the text without the secrets. */
    public String clean(String text) {
        String cleaned = text;
        for (String secret : secrets) {
            cleaned = cleaned.replace(secret, "[redacted]");
        }
        return cleaned;
    }
}
