package dev.leapp.provider.aws.internal.access;

/** What should be an assertion can't be read; the message says why in words that follow "it", and holds nothing of it. */
final class MalformedAssertionException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedAssertionException(String message) {
        super(message);
    }
}
