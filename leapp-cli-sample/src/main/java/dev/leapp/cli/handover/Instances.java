package dev.leapp.cli.handover;

import dev.leapp.cli.exec.Heard;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.handover.ProgramEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The instances that Systems Manager can reach, as the AWS CLI lists them. */
record Instances(AwsCommand aws, ProgramEnvironment environment, String region) {

    private static final Pattern TAB = Pattern.compile("\t");
    private static final String NOTHING = "None";

    /**
     * One of them.
     *
     * @param name its tag {@code Name}, else what it calls itself; may be empty
     */
    record Online(String id, String name, String platform) {

        String label() {
            return (name.isEmpty() ? id : name + "  " + id) + (platform.isEmpty() ? "" : "  (" + platform + ")");
        }
    }

    /** Asks for them; without the right to see names, there are fewer of them. */
    List<Online> online() {
        Heard listed = aws.ask(
                environment,
                region,
                List.of(
                        "ssm",
                        "describe-instance-information",
                        "--query",
                        "InstanceInformationList[?PingStatus=='Online'].[InstanceId,ComputerName,PlatformName]",
                        "--output",
                        "text"));
        if (listed.code() != 0) {
            throw new LeappException(
                    CoreErrorCode.REFUSED_BY_CLOUD,
                    "The instances can't be listed: " + lastLine(listed.err()),
                    "name the instance by its id");
        }
        Map<String, String> names = names();
        return listed.out().lines().map(line -> online(line, names)).toList();
    }

    private static Online online(String line, Map<String, String> names) {
        List<String> fields = fields(line);
        return new Online(fields.get(0), names.getOrDefault(fields.get(0), fields.get(1)), fields.get(2));
    }

    private Map<String, String> names() {
        Heard listed = aws.ask(
                environment,
                region,
                List.of(
                        "ec2",
                        "describe-instances",
                        "--query",
                        "Reservations[].Instances[].[InstanceId,Tags[?Key=='Name']|[0].Value]",
                        "--output",
                        "text"));
        Map<String, String> names = new HashMap<>();
        listed.out()
                .lines()
                .map(Instances::fields)
                .filter(fields -> !fields.get(1).isEmpty())
                .forEach(fields -> names.put(fields.get(0), fields.get(1)));
        return names;
    }

    /** Returns three at least. */
    private static List<String> fields(String line) {
        return TAB.splitAsStream(line + "\t\t\t ")
                .map(field -> field.equals(NOTHING) ? "" : field.strip())
                .toList();
    }

    private static String lastLine(String text) {
        return text.strip().lines().reduce((first, second) -> second).orElse("the AWS CLI failed");
    }
}
