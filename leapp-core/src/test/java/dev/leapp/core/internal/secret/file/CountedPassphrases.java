package dev.leapp.core.internal.secret.file;

import dev.leapp.core.credential.Secret;
import java.nio.file.Path;

/** Answers with a passphrase that can be changed, and counts the questions. */
final class CountedPassphrases implements Passphrases {

    private String answer;
    private int questions;

    CountedPassphrases(String answer) {
        this.answer = answer;
    }

    void answer(String next) {
        answer = next;
    }

    int questions() {
        return questions;
    }

    @Override
    public Secret toOpen(Path file) {
        questions++;
        return Secret.of(answer);
    }

    @Override
    public Secret toCreate(Path file) {
        return toOpen(file);
    }
}
