package dev.leapp.cli.handover;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The shells and formats that variables are printed for. */
enum Shell {
    BASH,
    ZSH,
    SH,
    FISH,
    PWSH,
    CMD,
    DOTENV,
    JSON;

    private static final Map<String, Shell> OTHER_NAMES =
            Map.of("dash", SH, "ash", SH, "ksh", SH, "mksh", SH, "powershell", PWSH);

    Dialect dialect() {
        return switch (this) {
            case BASH, ZSH, SH -> new PosixDialect();
            case FISH -> new FishDialect();
            case PWSH -> new PowerShellDialect();
            case CMD -> new CmdDialect();
            case DOTENV -> new DotenvDialect();
            case JSON -> new JsonDialect();
        };
    }

    boolean isFormat() {
        return this == DOTENV || this == JSON;
    }

    /**
     * Guesses which shell asks.
     *
     * @param parent the program that started this one, if it is known: a script may run in another shell than the user's
     * @param environment has the user's shell
     */
    static Shell guess(Optional<String> parent, Map<String, String> environment) {
        return parent.flatMap(Shell::ofProgram)
                .or(() -> ofProgram(environment.getOrDefault("SHELL", "")))
                .orElse(environment.containsKey("PSModulePath") ? PWSH : SH);
    }

    private static Optional<Shell> ofProgram(String path) {
        String file = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .toLowerCase(Locale.ROOT)
                .replaceFirst("\\.exe$", "");
        return Optional.ofNullable(OTHER_NAMES.get(file))
                .or(() -> Arrays.stream(values())
                        .filter(shell -> !shell.isFormat() && shell.toString().equals(file))
                        .findFirst());
    }

    /** Returns the name as it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
