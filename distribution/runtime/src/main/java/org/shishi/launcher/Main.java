package org.shishi.launcher;

import java.util.List;
import java.util.Map;

/** What {@code bin/shishi} calls: one command and its words. */
public final class Main {

    private Main() {}

    public static void main(String[] words) {
        int code;
        try {
            code = run(List.of(words), System.getenv());
        } catch (Refusal refusal) {
            System.err.println(refusal.getMessage());
            code = 1;
        } catch (RuntimeException e) {
            System.err.println("Shishi has failed, which is a fault of its own:");
            e.printStackTrace();
            code = 2;
        }
        Exit.with(code);
    }

    private static int run(List<String> words, Map<String, String> environment) {
        Distribution distribution = Distribution.current();
        Home home = Home.of(environment);
        String command = words.isEmpty() ? "" : words.getFirst();
        List<String> rest = words.subList(Math.min(1, words.size()), words.size());
        return switch (command) {
            case "run" -> new RunCommand(home, distribution, Options.of(rest)).run(environment);
            case "start" -> new StartCommand(home, distribution).run(Options.of(rest));
            case "stop" -> StopCommand.run(home);
            case "status" -> StatusCommand.run(home);
            case "plugins" -> PluginsCommand.run(home);
            case "admin" -> AdminCommand.run(home, rest);
            case "audit", "keys" -> AdminCommand.run(home, words);
            default -> throw new Refusal("The command " + command + " is unknown; bin/shishi help lists them all.");
        };
    }
}
