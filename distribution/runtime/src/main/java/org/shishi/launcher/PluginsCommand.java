package org.shishi.launcher;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eclipsesource.json.ParseException;
import java.util.ArrayList;
import java.util.List;

/** Lists the programmes of the running platform with their states. */
final class PluginsCommand {

    static final String PATH = "/health/programmes";

    private PluginsCommand() {}

    static int run(Home home) {
        HomeLock.Running running = HomeLock.running(home).orElseThrow(() -> StatusCommand.notRunning(home));
        Address.Answer answer = running.address()
                .get(PATH)
                .filter(a -> a.status() == 200)
                .orElseThrow(() ->
                        new Refusal("Shishi runs (pid " + running.pid() + "), but does not answer at " + PATH + "."));
        System.out.print(table(answer.body()));
        return 0;
    }

    static String table(String body) {
        try {
            List<List<String>> rows = new ArrayList<>();
            for (JsonValue each : Json.parse(body).asArray()) {
                JsonObject programme = each.asObject();
                rows.add(List.of(
                        text(programme, "id"),
                        year(programme),
                        text(programme, "version"),
                        text(programme, "state"),
                        text(programme, "file"),
                        text(programme, "reason")));
            }
            return rows.isEmpty()
                    ? "There are no programmes.\n"
                    : Table.of(List.of("PROGRAMME", "YEAR", "VERSION", "STATE", "FILE", "REASON"), rows);
        } catch (ParseException | UnsupportedOperationException e) {
            throw new Refusal("Shishi answers at " + PATH + " with something that is no list of programmes.");
        }
    }

    /** A file that is no programme has none. */
    private static String year(JsonObject programme) {
        String year = text(programme, "year");
        return year.equals("0") ? "" : year;
    }

    private static String text(JsonObject programme, String name) {
        JsonValue value = programme.get(name);
        if (value == null || value.isNull()) {
            return "";
        }
        return (value.isString() ? value.asString() : value.toString()).replaceAll("\\s+", " ");
    }
}
