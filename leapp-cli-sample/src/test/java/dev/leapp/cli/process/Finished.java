package dev.leapp.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * How a process ended.
 *
 * @param command what ran
 * @param code its exit code; 128 and the signal's number if a signal ended it
 * @param out all of its standard output
 * @param err all of its standard error
 */
record Finished(List<String> command, int code, String out, String err) {

    /** Returns standard output if the process succeeded. */
    String ok() {
        assertThat(code).as("%s", this).isZero();
        return out;
    }

    /** Checks that it failed in that way: one line that says what, at most one hint, no stack trace, nothing on standard output. */
    Finished failed(int expectedCode, String... inTheMessage) {
        assertThat(code).as("%s", this).isEqualTo(expectedCode);
        assertThat(out).as("%s", this).isEmpty();
        List<String> lines = err.lines().toList();
        assertThat(lines).as("%s", this).hasSizeBetween(1, 2);
        assertThat(lines.get(0)).startsWith("leapp: ").contains(inTheMessage);
        lines.stream().skip(1).forEach(line -> assertThat(line).startsWith("  hint: "));
        return this;
    }

    /** Returns the same without its first line on standard error, if that is the remark that begins so. */
    Finished without(String remark) {
        boolean remarked = err.startsWith(remark);
        return remarked ? new Finished(command, code, out, err.substring(err.indexOf('\n') + 1)) : this;
    }

    @Override
    public String toString() {
        int main = command.indexOf(Programs.MAIN);
        String shown = String.join(" ", command.subList(Math.max(0, main), command.size()));
        return "exit code " + code + " of " + shown + "\nstandard output: " + out + "\nstandard error: " + err;
    }
}
