package dev.leapp.core.internal.workspace;

import java.nio.file.Path;

/**
 * Edits a workspace in a process of its own. {@code sessions FILE PREFIX COUNT} adds sessions; {@code count FILE} waits for a line of
 * input, then counts on in a setting for ever and prints each number that was saved.
 */
public final class WorkspaceEditor {

    static final String COUNTER = "counter";

    private WorkspaceEditor() {}

    public static void main(String[] args) throws Exception {
        FileWorkspaceRepository repository = Repositories.unforced(Path.of(args[1]));
        if (args[0].equals("sessions")) {
            for (int i = 0; i < Integer.parseInt(args[3]); i++) {
                Repositories.add(repository, args[2] + "-" + i);
            }
        } else {
            count(repository);
        }
    }

    private static void count(FileWorkspaceRepository repository) throws Exception {
        repository.read();
        System.out.println("ready");
        if (System.in.read() < 0) {
            return;
        }
        int counter = counterOf(repository);
        while (true) {
            counter++;
            Repositories.set(repository, COUNTER, Integer.toString(counter));
            System.out.println(counter);
        }
    }

    static int counterOf(FileWorkspaceRepository repository) {
        return Integer.parseInt(repository.read().workspace().settings().getOrDefault(COUNTER, "0"));
    }
}
