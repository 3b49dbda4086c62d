package dev.leapp.architecture.sample.statics.core.session;

import java.util.ArrayList;
import java.util.List;

final class Collects {

    static final List<String> SEEN = new ArrayList<>();

    private Collects() {}
}
