package dev.leapp.architecture.sample.statics.core.session;

import java.util.concurrent.atomic.AtomicInteger;

final class Remembers {

    @SuppressWarnings("NonFinalStaticField")
    static int last;

    static final AtomicInteger COUNT = new AtomicInteger();

    private Remembers() {}
}
