package dev.leapp.architecture.sample.signatures.provider.aws;

import software.amazon.awssdk.core.exception.SdkClientException;

/** Shows it in what it throws. */
public interface ShowsTheSdk {

    void call() throws SdkClientException;
}
