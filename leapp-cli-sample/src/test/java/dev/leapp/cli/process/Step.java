package dev.leapp.cli.process;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One system call by which a command changes what is on the disk.
 *
 * @param syscall its name
 * @param index the how manieth of that name it is in its thread, from 1
 * @param name what it does to which file, without what differs from run to run
 */
record Step(String syscall, int index, String name) {

    private static final Pattern PATH = Pattern.compile("\"([^\"]*)\"|\\d+<([^>]*)>");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TEMPORARY = Pattern.compile("/\\.([^/]+?)\\.(?:[0-9a-f]{16}\\.tmp|leapp-tmp)$");
    private static final Pattern BACKUP = Pattern.compile("(/backups/)workspace-[^ ]+");
    private static final Pattern REPLACED = Pattern.compile("(/backups/)replaced-[^ ]+");
    private static final Pattern CACHED = Pattern.compile("(/cache/<session>/)[0-9a-f]+");

    private static final Map<String, String> VERBS = Map.of(
            "openat", "create",
            "write", "write",
            "pwrite64", "write",
            "ftruncate", "truncate",
            "fsync", "sync",
            "fdatasync", "sync",
            "rename", "replace",
            "unlink", "delete",
            "mkdir", "make directory",
            "rmdir", "remove directory");

    /** Reads a line of strace; empty if the call changes nothing, or nothing under that directory. */
    static Optional<Step> parse(String syscall, int index, String arguments, Path user) {
        if (syscall.equals("openat") && !arguments.contains("O_CREAT")) {
            return Optional.empty();
        }
        return object(syscall, arguments, user)
                .map(object -> new Step(
                        syscall,
                        index,
                        VERBS.getOrDefault(syscall, syscall.replace("fchmod", "chmod")) + " " + object));
    }

    /** Tells whether a process that is killed after this leaves something else than one that is killed before. */
    boolean makesADifference() {
        return !name.startsWith("sync ");
    }

    /** The file that the call is about: the last one that it names, which for a rename is the one that it replaces. */
    private static Optional<String> object(String syscall, String arguments, Path user) {
        Matcher paths = PATH.matcher(arguments.replaceFirst("^AT_FDCWD(<[^>]*>)?, ", ""));
        String last = null;
        while (paths.find() && (last == null || syscall.startsWith("rename"))) {
            last = paths.group(1) == null ? paths.group(2) : paths.group(1);
        }
        if (last == null || !last.startsWith(user + "/") || last.contains("/.Leapp/locks")) {
            return Optional.empty();
        }
        return Optional.of(plain("~" + last.substring(user.toString().length())));
    }

    private static String plain(String path) {
        String known = UUID.matcher(path).replaceAll("<session>");
        known = TEMPORARY.matcher(known).replaceAll("/$1 (temporary)");
        known = CACHED.matcher(known).replaceAll("$1<request>");
        known = REPLACED.matcher(known).replaceAll("$1<replaced>");
        return BACKUP.matcher(known).replaceAll("$1<generation>");
    }
}
