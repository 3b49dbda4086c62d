package dev.leapp.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The crash points as {@code docs/crash-safety.md} lists them: a row for each file that is replaced, not for each system call. */
final class CrashTable {

    private static final Path PAGE = Path.of("..", "docs", "crash-safety.md");
    private static final Pattern ROW = Pattern.compile("^\\| \\d+ \\| `([^`]+)` \\|.*");
    private static final String TEMPORARY = " (temporary)";

    private CrashTable() {}

    /** Reads the rows of the section with that heading, in their order. */
    static List<String> of(String heading) {
        List<String> rows = new ArrayList<>();
        boolean inSection = false;
        for (String line : Home.read(PAGE).lines().toList()) {
            Matcher row = ROW.matcher(line);
            if (line.startsWith("## ")) {
                inSection = line.equals("## " + heading);
            } else if (inSection && row.matches()) {
                rows.add(row.group(1));
            }
        }
        assertThat(rows).as("rows of '%s' in %s", heading, PAGE).isNotEmpty();
        return rows;
    }

    /** Joins steps to rows, and checks that every file is replaced in the one way that the page promises. */
    static List<String> rows(List<Step> steps) {
        List<String> rows = new ArrayList<>();
        Iterator<String> names = steps.stream().map(Step::name).iterator();
        while (names.hasNext()) {
            String name = names.next();
            rows.add(name.startsWith("create ") && name.endsWith(TEMPORARY) ? replacement(name, names) : name);
        }
        return rows;
    }

    private static String replacement(String create, Iterator<String> following) {
        String temporary = create.substring("create ".length());
        String file = temporary.substring(0, temporary.length() - TEMPORARY.length());
        assertThat(following.next()).isEqualTo("write " + temporary);
        assertThat(following.next()).isEqualTo("sync " + temporary);
        String next = following.next();
        if (next.equals("chmod " + temporary)) {
            next = following.next();
        }
        assertThat(next).isEqualTo("replace " + file);
        assertThat(following.next()).isEqualTo("sync " + file.substring(0, file.lastIndexOf('/')));
        return "write " + file;
    }
}
