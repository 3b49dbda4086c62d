package dev.leapp.testkit.cloud;

/** Ends the handling of a request with an error. */
final class StsRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient StsFailure failure;

    StsRefusal(StsFailure failure) {
        super(failure.code());
        this.failure = failure;
    }

    StsFailure failure() {
        return failure;
    }
}
