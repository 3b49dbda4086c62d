package dev.leapp.architecture.sample.modules.core.internal;

import software.amazon.awssdk.auth.credentials.AwsCredentials;

record NamesACloud(AwsCredentials credentials) {}
