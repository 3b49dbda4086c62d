package dev.leapp.cli.workspace;

import dev.leapp.cli.output.Result;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.workspace.key.KeyGroup;
import dev.leapp.core.session.SessionStatus;
import dev.leapp.core.spi.ProviderChainDescriptor;
import dev.leapp.core.workspace.Workspace;
import dev.leapp.core.workspace.WorkspaceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code leapp workspace}, which shows the workspace, as {@code leapp workspace show} does. */
@Command(
        name = "workspace",
        description = "Show the workspace, set how it hands over, move it, and care for its file.",
        footer = {"", "Examples:", "  leapp workspace show"})
public final class WorkspaceCommand implements Runnable {

    /** Settings of the workspace, by the names that Leapp gives them. */
    private static final String SECRET_STORE = "secret-store";

    private static final String CHAIN_OF = "chain.";

    private final Context context;

    private WorkspaceCommand(Context context) {
        this.context = context;
    }

    /**
     * Adds the group and its commands.
     *
     * @param root where to
     * @param context the run
     */
    public static void addTo(CommandLine root, Context context) {
        CommandLine group = new CommandLine(new WorkspaceCommand(context));
        root.addSubcommand(group);
        group.addSubcommand(new CommandLine(new ShowCommand(context)));
        group.addSubcommand(new CommandLine(new SetDefaultChainCommand(context)));
        group.addSubcommand(new CommandLine(new ExportCommand(context)));
        group.addSubcommand(new CommandLine(new ImportCommand(context)));
        group.addSubcommand(new CommandLine(new DoctorCommand(context)));
        group.addSubcommand(new CommandLine(new BackupsCommand(context)));
        group.addSubcommand(new CommandLine(new RecoverCommand(context)));
        group.addSubcommand(new CommandLine(new UpgradeCommand(context)));
        KeyGroup.addTo(group, context);
    }

    @Override
    public void run() {
        show(context);
    }

    static void show(Context context) {
        Workspace workspace = context.engine().workspaces().read();
        long active = context.engine().sessions().list().stream()
                .filter(view -> view.status() == SessionStatus.ACTIVE)
                .count();
        String store = workspace.settings().getOrDefault(SECRET_STORE, "");
        Map<String, String> chains = chains(context, workspace);
        WorkspaceFile file = context.engine().workspaceFile();
        List<String> keySlots = List.copyOf(file.keySlotKinds().values());
        context.out()
                .result(new Result(sentence(workspace, file, keySlots, active, store, chains))
                        .with("location", file.location())
                        .with("format", file.format())
                        .with("keySlots", keySlots)
                        .with("sessions", workspace.sessions().size())
                        .with("active", active)
                        .with("profiles", workspace.profiles().size())
                        .with("idpUrls", workspace.idpUrls().size())
                        .with("integrations", workspace.integrations().size())
                        .with("defaultRegion", workspace.defaultRegion())
                        .with("defaultLocation", workspace.defaultLocation())
                        .with("secretStore", store.isEmpty() ? null : store)
                        .with("defaultChains", chains));
    }

    private static String sentence(
            Workspace workspace,
            WorkspaceFile file,
            List<String> keySlots,
            long active,
            String store,
            Map<String, String> chains) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("Location", file.location());
        lines.put("Format", Words.format(file.format()));
        lines.put("Key slots", keySlots.isEmpty() ? "none yet" : String.join(", ", keySlots));
        lines.put("Sessions", workspace.sessions().size() + " (" + active + " active)");
        lines.put("Profiles", String.valueOf(workspace.profiles().size()));
        lines.put("Identity provider URLs", String.valueOf(workspace.idpUrls().size()));
        lines.put("Integrations", String.valueOf(workspace.integrations().size()));
        lines.put("Default region", workspace.defaultRegion());
        lines.put("Default location", workspace.defaultLocation());
        lines.put("Secret store", store.isEmpty() ? "not chosen yet" : store);
        chains.forEach((cloud, chain) -> lines.put("Default chain of " + cloud, chain));
        int widest = lines.keySet().stream().mapToInt(String::length).max().orElse(0);
        StringBuilder text = new StringBuilder();
        lines.forEach((name, value) -> text.append(text.isEmpty() ? "" : "\n")
                .append(name)
                .append(" ".repeat(widest - name.length() + 2))
                .append(value));
        return text.toString();
    }

    private static Map<String, String> chains(Context context, Workspace workspace) {
        Map<String, String> chains = new TreeMap<>();
        for (ProviderChainDescriptor chain : context.engine().plugins().providerChains()) {
            chains.putIfAbsent(chain.cloudProvider(), chain.id());
        }
        chains.replaceAll((cloud, first) -> workspace.settings().getOrDefault(CHAIN_OF + cloud, first));
        return chains;
    }
}
