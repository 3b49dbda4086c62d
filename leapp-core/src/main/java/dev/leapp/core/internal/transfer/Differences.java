package dev.leapp.core.internal.transfer;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.session.ProfileId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionOrigin;
import dev.leapp.core.workspace.ImportEntry.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Compares definitions field by field. Of secrets it tells that they differ, and nothing else. */
final class Differences {

    private final List<Difference> found = new ArrayList<>();

    private Differences() {}

    /** Compares two portable sessions. */
    static List<Difference> of(Session here, Session imported, Function<ProfileId, String> profileNames) {
        Differences differences = new Differences();
        differences.compare("name", Optional.of(here.name()), Optional.of(imported.name()));
        differences.compare("type", Optional.of(here.type()), Optional.of(imported.type()));
        differences.compare("region", Optional.of(here.region()), Optional.of(imported.region()));
        if (!here.profileId().equals(imported.profileId())) {
            differences.compare(
                    "profile",
                    here.profileId().map(profileNames),
                    imported.profileId().map(profileNames));
        }
        differences.compare("chain", here.chain(), imported.chain());
        differences.compare(
                "origin", here.origin().map(Differences::say), imported.origin().map(Differences::say));
        differences.compareAll("", here.settings(), imported.settings());
        differences.compareAll("tag ", here.tags(), imported.tags());
        return differences.found;
    }

    static List<Difference> of(Integration here, Integration imported) {
        Differences differences = new Differences();
        differences.compare("alias", Optional.of(here.alias()), Optional.of(imported.alias()));
        differences.compare("type", Optional.of(here.type()), Optional.of(imported.type()));
        differences.compareAll("", here.settings(), imported.settings());
        return differences.found;
    }

    static List<Difference> ofSecrets(Session owner, List<SecretName> differing) {
        return differing.stream()
                .map(name -> name.account().substring(owner.id().value().length() + 1))
                .map(account -> new Difference("secret " + account, Optional.empty(), Optional.empty()))
                .toList();
    }

    private static String say(SessionOrigin origin) {
        return origin.integration() + " " + origin.upstreamId();
    }

    private void compareAll(String prefix, Map<String, String> here, Map<String, String> imported) {
        TreeSet<String> names = new TreeSet<>(here.keySet());
        names.addAll(imported.keySet());
        names.forEach(name ->
                compare(prefix + name, Optional.ofNullable(here.get(name)), Optional.ofNullable(imported.get(name))));
    }

    private void compare(String field, Optional<?> here, Optional<?> imported) {
        if (!here.equals(imported)) {
            found.add(new Difference(field, here.map(Object::toString), imported.map(Object::toString)));
        }
    }
}
