package dev.leapp.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.leapp.core.Leapp;
import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.file.FileOperations;
import dev.leapp.core.internal.machine.MachineId;
import dev.leapp.core.internal.workspace.FileWorkspaceRepository;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.spi.LeappPlugin;
import dev.leapp.core.workspace.NewKeySlot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happened to a user's Leapp: {@code workspace doctor} says it, and what it says helps. */
class DoctorTest {

    private static final String MACHINE = "LEAPP_MACHINE_ID";
    private static final String CANARY_PASSPHRASE = "canary correct horse";
    private static final int PROBLEM = 12;
    private static final Pattern CHMOD = Pattern.compile("-> chmod ([67]00) (\\S+)");

    @TempDir
    Path home;

    private TestCli cli;
    private Path file;

    @BeforeEach
    void open() {
        cli = new TestCli(home);
        file = home.resolve(".Leapp/Leapp-lock.json");
    }

    @AfterEach
    void close() {
        cli.close();
    }

    @Test
    void nothingIsWrongWithAHealthyHomeNorWithAnEmptyOne() {
        assertThat(healthy()).contains("there is none yet");
        assertThat(file.resolveSibling(".")).doesNotExist();

        cli.withSession("ops", "ops").ok("session", "start", "ops");

        assertThat(healthy())
                .contains(
                        "opens: 1 session",
                        "machine slot",
                        "1 active",
                        "leapp workspace key add passphrase",
                        "not looked at: --offline")
                .endsWith("\nno problem\n");
    }

    @Test
    void itChangesNothing() throws IOException {
        cli.withSession("ops", "ops").ok("session", "start", "ops");
        List<String> before = everything();

        examined();

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void changedMachineIdIsNamedAndTheFormerOneOpensTheWorkspace() {
        cli.env(MACHINE, "old-machine").withSession("ops", "ops");
        cli.env(MACHINE, "new-machine");

        String said = sick();
        assertThat(said).contains("sealed for another machine id");
        follow(said.replace(" ID", " old-machine"), "workspace recover --machine-id old-machine");

        thereAgain();
    }

    @Test
    void deletedFileComesBackFromTheNewestGeneration() throws IOException {
        cli.withSession("ops", "ops");
        Files.delete(file);

        String said = sick();
        assertThat(said).contains("is gone, though Leapp wrote it before");
        followRecovery(said);

        thereAgain();
    }

    @Test
    void deletedFileIsMissedEvenIfNothingButBackupsRemembersIt() throws IOException {
        cli.withSession("ops", "ops");
        Files.delete(file);
        Files.delete(file.resolveSibling("state.json"));

        String said = sick();
        assertThat(said).contains("is gone, though older generations of it are kept");
        followRecovery(said);

        thereAgain();
    }

    @Test
    void truncatedFileComesBackFromTheNewestGeneration() throws IOException {
        cli.withSession("ops", "ops");
        truncate(file);

        String said = sick();
        assertThat(said).contains("is damaged");
        followRecovery(said);

        thereAgain();
    }

    @Test
    void ifTheNewestGenerationIsTruncatedTooAnOlderOneIsNamed() throws IOException {
        cli.withSession("ops", "ops").ok("region", "set-default", "eu-central-1");
        truncate(file);
        truncate(newestGeneration());

        String said = sick();
        assertThat(said).contains("is damaged", "does not open: what is sealed in it was altered or cut off");
        followRecovery(said);

        assertThat(cli.ok("session", "list")).contains("ops");
        assertThat(healthy()).contains("opens: 1 session");
    }

    @Test
    void whatIsNoWorkspaceAtAllIsDamagedToo() throws IOException {
        cli.withSession("ops", "ops");
        Files.writeString(file, "{\"sessions\":[]}");

        String said = sick();
        assertThat(said).contains("its header is not whole");
        followRecovery(said);

        thereAgain();
    }

    @Test
    void desktopAppsFileInThePlaceOfOursIsToldAndOursComesBack() throws IOException {
        cli.withSession("ops", "ops");
        Files.writeString(file, "U2FsdGVkX1 and more");

        String said = sick();
        assertThat(said).contains("is in the Leapp desktop app's format now");
        followRecovery(said);

        thereAgain();
    }

    @Test
    void openPermissionsAreNamedWithWhatClosesThem() throws IOException {
        requirePosix();
        cli.withSession("ops", "ops");
        mode(file, "rw-r--r--");
        mode(file.resolveSibling("."), "rwxr-xr-x");

        String said = sick();
        assertThat(said).contains("Leapp-lock.json is open to other users", ".Leapp is open to other users");
        followModes(said);

        thereAgain();
    }

    @Test
    void closedPermissionsAreNamedWithWhatOpensThem() throws IOException {
        requirePosix();
        cli.withSession("ops", "ops");
        mode(file, "---------");

        String said = sick();
        assertThat(said).contains("Leapp-lock.json can't be read by its owner");
        followModes(said);

        thereAgain();
    }

    @Test
    void readOnlyDirectoryIsNamedWithWhatMakesItWritable() throws IOException {
        requirePosix();
        cli.withSession("ops", "ops");
        mode(file.resolveSibling("."), "r-x------");

        String said = sick();
        assertThat(said).contains(".Leapp is read-only, so nothing can be changed");
        followModes(said);

        thereAgain();
        cli.ok("region", "set-default", "eu-west-1");
    }

    @Test
    void linkThatLeadsNowhereIsNamed() throws IOException {
        cli.withSession("ops", "ops");
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        Path target = Files.move(file, elsewhere.resolve("workspace"));
        Files.createSymbolicLink(file, target);
        assertThat(healthy()).contains("opens: 1 session");
        Files.delete(target);

        String said = sick();
        assertThat(said).contains("is a link to " + target + ", which is not there");
        followRecovery(said);

        thereAgain();
        assertThat(target).exists();
    }

    @Test
    void lostKeychainItemIsToldAndItsSlotGoesWhileAnotherOpens() {
        cli.env(MACHINE, "machine").withSession("ops", "ops");
        loseKeychainSlot();

        String said = healthy();
        assertThat(said).containsPattern("! +keychain slot [0-9a-f]{8} does not open it here");
        follow(said, "workspace key remove [0-9a-f]{8}");

        thereAgain();
        assertThat(healthy()).doesNotContain("keychain slot");
    }

    @Test
    void workspaceThatOnlyAPassphraseOpensIsOpenedByTheVariable() {
        cli.env(MACHINE, "machine").withSession("ops", "ops");
        cli.env("LEAPP_WORKSPACE_PASSPHRASE", CANARY_PASSPHRASE).ok("workspace", "key", "add", "passphrase");
        Matcher machine = Pattern.compile("([0-9a-f]{8}) +machine").matcher(cli.ok("workspace", "key", "list"));
        assertThat(machine.find()).isTrue();
        cli.run("workspace", "key", "remove", machine.group(1), "--force");
        cli.env("LEAPP_WORKSPACE_PASSPHRASE", "");

        assertThat(healthy()).contains("needs the passphrase", "set LEAPP_WORKSPACE_PASSPHRASE", "1 warning");

        cli.env("LEAPP_WORKSPACE_PASSPHRASE", CANARY_PASSPHRASE);
        assertThat(healthy()).contains("opens: 1 session", "passphrase slot");
    }

    @Test
    void lostSecretsAreNamedWithTheCommandThatGivesThemAnew() throws IOException {
        cli.opening(cli::openWithItsOwnStores).env("LEAPP_PASSPHRASE", CANARY_PASSPHRASE);
        assertThat(cli.run(add("ops")).code()).isZero();
        assertThat(healthy()).contains("'file' can be reached");
        Files.delete(file.resolveSibling("secrets.sealed"));

        assertThat(sick())
                .contains("secrets.sealed is not there", "session 'ops' can't start, as its secrets are missing")
                .contains("leapp session edit ops --access-key-id VALUE --secret-access-key-stdin");
        cli.piping(TestCli.SECRET_KEY + "\n")
                .ok("session", "edit", "ops", "--access-key-id", TestCli.KEY_ID, "--secret-access-key-stdin");

        assertThat(healthy()).contains("'file' can be reached");
    }

    @Test
    void lockedSecretStoreIsAWarning() {
        cli.opening(cli::openWithItsOwnStores).env("LEAPP_PASSPHRASE", CANARY_PASSPHRASE);
        assertThat(cli.run(add("ops")).code()).isZero();
        cli.env("LEAPP_PASSPHRASE", "");

        assertThat(healthy()).contains("'file' is locked, so it was not looked at", "LEAPP_PASSPHRASE");

        cli.env("LEAPP_PASSPHRASE", "wrong");
        assertThat(sick()).contains("'file' can't be used");
    }

    @Test
    void interruptedStartIsToldAndTakenBack() throws IOException {
        cli.withSession("ops", "ops").ok("session", "start", "ops");
        Path receipt = onlyFileIn(file.resolveSibling("receipts"));
        byte[] bytes = Files.readAllBytes(receipt);
        cli.ok("session", "stop", "ops");
        Files.write(receipt, bytes);

        String said = healthy();
        assertThat(said).contains("session 'ops' was cut off");
        follow(said, "session stop ops");

        assertThat(receipt).doesNotExist();
        assertThat(healthy()).contains("none is active");
    }

    @Test
    void publishedKeysThatSomebodyDeletedAreTold() throws IOException {
        cli.withSession("ops", "ops").ok("session", "start", "ops");
        Files.writeString(home.resolve(".aws/credentials"), "");

        String said = sick();
        assertThat(said).contains("session 'ops' is active, but what it made available is not there any more");
        follow(said, "session start ops");

        assertThat(healthy()).contains("1 active");
    }

    @Test
    void brokenPluginIsTold() {
        cli.opening(around -> new LeappEngine(Leapp.builder()
                .home(around.home())
                .environment(Environment.of(around.environment()))
                .interaction(around.interaction())
                .clock(cli.clock)
                .plugin(new LeappPlugin() {})
                .build()));

        assertThat(sick()).contains("not in use: ", "@LeappPluginInfo", "leapp plugin list");
    }

    @Test
    void sessionsWhoseTypeNobodyProvidesAreTold() {
        cli.withSession("ops", "ops");
        cli.opening(around -> new LeappEngine(Leapp.builder()
                .home(around.home())
                .environment(Environment.of(around.environment()))
                .interaction(around.interaction())
                .clock(cli.clock)
                .discoverPlugins(false)
                .build()));

        assertThat(sick()).contains("none provides aws-iam-user, the type of session 'ops'");
    }

    @Test
    void theNetworkAndTheClocksDifferenceAreTold() {
        cli.withSession("ops", "ops");
        TestCli.Run run = cli.run("workspace", "doctor");

        assertThat(run.out())
                .contains("AWS STS in eu-west-1 (" + cli.sts.endpoint() + ") can be reached", "that of the cloud");

        cli.sts.close();
        assertThat(cli.run("workspace", "doctor").out()).contains("can't be reached: the connection was refused");
    }

    @Test
    void isReadableAtEightyColumnsAndColouredOnATerminalOnly() throws IOException {
        cli.withSession("ops", "ops");
        truncate(file);

        String piped = cli.run("workspace", "doctor", "--offline").out();
        String shown = cli.terminal(80).run("workspace", "doctor", "--offline").out();

        assertThat(piped).doesNotContain("\033");
        assertThat(shown).contains("\033[31mx\033[0m");
        assertThat(shown.replaceAll("\033\\[[0-9;]*m", "").lines())
                .allSatisfy(line -> assertThat(wordsOf(line))
                        .satisfiesAnyOf(
                                words -> assertThat(line).hasSizeLessThanOrEqualTo(80),
                                words -> assertThat(words).hasSize(1)));
    }

    @Test
    void isJsonForPrograms() throws IOException {
        cli.withSession("ops", "ops");
        truncate(file);

        TestCli.Run run = cli.run("workspace", "doctor", "--offline", "--output", "json");

        assertThat(run.code()).isEqualTo(PROBLEM);
        assertThat(run.out()).contains("\"topic\": \"workspace file\"", "\"severity\": \"problem\"", "\"ids\": [");
    }

    /** Runs it, and checks what holds whatever it finds. */
    private TestCli.Run examined() {
        TestCli.Run run = cli.run("workspace", "doctor", "--offline");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .doesNotContain(TestCli.SECRET_KEY, TestCli.KEY_ID, CANARY_PASSPHRASE, "could not be looked at");
        run.out().lines().filter(line -> line.contains("-> ")).forEach(new HintedCommands()::requireAllExist);
        return run;
    }

    private String healthy() {
        TestCli.Run run = examined();
        assertThat(run.code()).as(run.out()).isZero();
        return run.out();
    }

    private String sick() {
        TestCli.Run run = examined();
        assertThat(run.code()).as(run.out()).isEqualTo(PROBLEM);
        return run.out();
    }

    private void thereAgain() {
        assertThat(cli.ok("session", "list")).contains("ops");
        assertThat(healthy()).contains("opens: 1 session");
    }

    private void followRecovery(String said) {
        follow(said, "workspace recover --generation [0-9]+");
    }

    /** Runs the command that the output names. */
    private void follow(String said, String command) {
        Matcher named = Pattern.compile("leapp (" + command + ")").matcher(said);
        assertThat(named.find()).as("%s in %s", command, said).isTrue();
        List<String> args = new ArrayList<>(Arrays.asList(named.group(1).split(" ", -1)));
        if (command.startsWith("workspace")) {
            args.add("--force");
        }
        TestCli.Run run = cli.run(args.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
    }

    private static void followModes(String said) throws IOException {
        Matcher chmod = CHMOD.matcher(said);
        while (chmod.find()) {
            mode(Path.of(chmod.group(2)), chmod.group(1).equals("600") ? "rw-------" : "rwx------");
        }
    }

    private static void mode(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    private void requirePosix() {
        assumeThat(home.getFileSystem().supportedFileAttributeViews())
                .as("a file system that knows modes")
                .contains("posix");
    }

    /** Adds a slot for a keychain that is not there afterwards. */
    private void loseKeychainSlot() {
        SecureRandom random = new SecureRandom();
        AtomicFile files = new AtomicFile(FileOperations.ofTheSystem(), random);
        SecretStore keychain = SecretStore.inMemory();
        try (FileWorkspaceRepository repository = new FileWorkspaceRepository.Builder(
                        file, files, random, Clock.systemUTC())
                .keychain(() -> keychain)
                .build(() -> MachineId.of("machine"))) {
            repository.file(session -> false).addKeySlot(NewKeySlot.keychain());
        }
    }

    private Path newestGeneration() throws IOException {
        try (Stream<Path> files = Files.list(file.resolveSibling("backups"))) {
            return files.max(Comparator.comparingLong(DoctorTest::generation)).orElseThrow();
        }
    }

    private static long generation(Path backup) {
        String name = backup.getFileName().toString();
        return Long.parseLong(name.substring(name.lastIndexOf('-') + 1, name.lastIndexOf('.')));
    }

    private static Path onlyFileIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    private static void truncate(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 40));
    }

    private static List<String> wordsOf(String line) {
        return Arrays.asList(line.strip().split(" ", -1));
    }

    /** The names, times and sizes of all files, and the bytes of the small ones. */
    private List<String> everything() throws IOException {
        List<String> all = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(home)) {
            for (Path path : paths.sorted().toList()) {
                boolean regular = Files.isRegularFile(path);
                all.add(path + " " + Files.getLastModifiedTime(path) + " "
                        + (regular ? Arrays.hashCode(Files.readAllBytes(path)) : ""));
            }
        }
        return all;
    }

    private static String[] add(String name) {
        return new String[] {
            "session",
            "add",
            "--type",
            "aws-iam-user",
            "--name",
            name,
            "--region",
            "eu-west-1",
            "--profile",
            name,
            "--access-key-id",
            TestCli.KEY_ID,
            "--secret-access-key",
            TestCli.SECRET_KEY
        };
    }
}
