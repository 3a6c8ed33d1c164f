package org.shishi.launcher;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eclipsesource.json.ParseException;
import java.util.Optional;

/** Says whether the platform runs and whether it is ready: exit code 0 ready, 1 running but not ready, 3 not running. */
final class StatusCommand {

    private static final int NOT_RUNNING = 3;

    private StatusCommand() {}

    static int run(Home home) {
        Optional<HomeLock.Running> running = HomeLock.running(home);
        if (running.isEmpty()) {
            System.out.println(notRunning(home).getMessage());
            return NOT_RUNNING;
        }
        Address address = running.get().address();
        Optional<Address.Answer> answer = address.get(Ready.PATH);
        boolean ready = answer.map(a -> a.status() == 200).orElse(false);
        System.out.println("Shishi is running (pid " + running.get().pid() + ") and " + (ready ? "ready" : "not ready")
                + ": " + address.url() + "/");
        System.out.println("Home: " + home.root());
        answer.map(Address.Answer::body).ifPresent(StatusCommand::printParts);
        return ready ? 0 : 1;
    }

    static Refusal notRunning(Home home) {
        return new Refusal("Shishi is not running in the home folder " + home.root() + ".");
    }

    /** Its parts, one a line; lists are left out (programmes have a command of their own). */
    private static void printParts(String body) {
        try {
            JsonObject answer = Json.parse(body).asObject();
            JsonValue parts = answer.get("components");
            for (JsonObject.Member part : parts == null ? answer : parts.asObject()) {
                System.out.println("  " + part.getName() + ": " + text(part.getValue()));
            }
        } catch (ParseException | UnsupportedOperationException e) {
            System.out.println("  " + body.replaceAll("\\s+", " "));
        }
    }

    private static String text(JsonValue value) {
        if (!value.isObject()) {
            return value.isString() ? value.asString() : value.toString();
        }
        StringBuilder line = new StringBuilder();
        for (JsonObject.Member detail : value.asObject()) {
            boolean first = detail.getName().equals("status");
            line.append(line.isEmpty() ? "" : ", ")
                    .append(first ? "" : detail.getName() + " ")
                    .append(text(detail.getValue()));
        }
        return line.toString();
    }
}
