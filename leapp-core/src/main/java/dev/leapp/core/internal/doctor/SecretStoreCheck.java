package dev.leapp.core.internal.doctor;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.SecretStoreException;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.FieldSpec;
import dev.leapp.core.spi.Plugins;
import dev.leapp.core.workspace.Finding;
import dev.leapp.core.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Can the secret store be reached, and has it the secrets that sessions need? Looks at names only. */
record SecretStoreCheck(SecretStoreLook store, Path encryptedFile, Plugins plugins) implements Check {

    private static final String TOPIC = "secret store";

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public List<Finding> look(Visit visit) {
        return visit.snapshot()
                .map(snapshot -> look(snapshot.workspace()))
                .orElse(List.of(Finding.note(TOPIC, "not looked at, as the workspace can't be opened")));
    }

    private List<Finding> look(Workspace workspace) {
        Optional<String> chosen = store.chosen().get();
        List<Finding> found = new ArrayList<>();
        store.left().get().ifPresent(left -> found.add(unfinished(left, chosen.orElse(left))));
        if (chosen.isEmpty()) {
            found.add(Finding.note(TOPIC, "none is chosen yet: the first secret chooses")
                    .withHint("leapp secret-store show tries the OS keychain"));
        }
        try {
            Optional<Set<SecretName>> names = store.names().get();
            List<Finding> missing =
                    names.map(there -> missing(workspace, there)).orElse(List.of());
            chosen.ifPresent(id -> found.add(names.isEmpty() ? cannotList(id) : listed(id, missing.isEmpty())));
            found.addAll(missing);
        } catch (SecretStoreException e) {
            found.add(unusable(chosen.orElse("none"), e));
        }
        return found;
    }

    private static Finding unfinished(String left, String now) {
        return Finding.warning(
                        TOPIC, "a migration was cut off: old copies of secrets are left in the store '" + left + "'")
                .withHint("leapp secret-store migrate " + now + " completes it");
    }

    private Finding listed(String id, boolean complete) {
        return id.equals("file") && !complete && !Files.exists(encryptedFile)
                ? Finding.problem(TOPIC, "the encrypted file " + encryptedFile + " is not there")
                        .withHint("put a copy of it back, or give the secrets anew")
                : Finding.ok(TOPIC, "'" + id + "' can be reached");
    }

    /** That nobody can be asked now is not the store's fault. */
    private Finding unusable(String id, SecretStoreException e) {
        boolean onlyAsks =
                e.code() == CoreErrorCode.SECRET_STORE_LOCKED && store.asks().get();
        Finding found = onlyAsks
                ? Finding.warning(TOPIC, "'" + id + "' is locked, so it was not looked at: " + e.getMessage())
                : Finding.problem(TOPIC, "'" + id + "' can't be used: " + e.getMessage());
        return found.withHint(e.hint().orElse("leapp secret-store show tries it again"));
    }

    private static Finding cannotList(String id) {
        return Finding.note(TOPIC, "'" + id + "' can't list what it holds, so it was not looked at")
                .withHint("leapp secret-store show tries it");
    }

    private List<Finding> missing(Workspace workspace, Set<SecretName> there) {
        List<Finding> found = new ArrayList<>();
        for (Session session : workspace.sessions()) {
            List<FieldSpec> lost =
                    plugins.accessMethod(session.type()).map(method -> method.fields()).orElse(List.of()).stream()
                            .filter(FieldSpec::required)
                            .filter(field -> field.secretAccount()
                                    .map(account -> !there.contains(new SecretName(session.id() + "-" + account)))
                                    .orElse(false))
                            .toList();
            if (!lost.isEmpty()) {
                found.add(missing(session, lost));
            }
        }
        return found;
    }

    private static Finding missing(Session session, List<FieldSpec> lost) {
        String what = String.join(
                ", ",
                lost.stream()
                        .map(FieldSpec::label)
                        .map(SecretStoreCheck::decapitalized)
                        .toList());
        StringBuilder hint = new StringBuilder("leapp session edit ").append(Words.argument(session));
        lost.forEach(
                field -> hint.append(" --").append(flag(field.name())).append(field.secret() ? "-stdin" : " VALUE"));
        return Finding.problem(
                        TOPIC, "session '" + session.name() + "' can't start, as its secrets are missing: " + what)
                .withHint(hint + " gives them anew")
                .about(session.id().value());
    }

    private static String decapitalized(String label) {
        return label.length() > 1 && Character.isLowerCase(label.charAt(1))
                ? Character.toLowerCase(label.charAt(0)) + label.substring(1)
                : label;
    }

    private static String flag(String name) {
        StringBuilder flag = new StringBuilder();
        name.chars()
                .forEach(c -> flag.append(Character.isUpperCase(c) ? "-" : "").append((char) Character.toLowerCase(c)));
        return flag.toString();
    }
}
