package org.shishi.shell.guest;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shishi.api.programme.Edition;
import org.shishi.api.programme.EditionState;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.programme.ProgrammeDescriptor;
import org.shishi.api.record.Field;
import org.shishi.api.record.RecordType;
import org.shishi.api.report.ReportTable;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;
import org.shishi.api.workflow.Tone;
import org.shishi.api.workflow.Workflow;

/** One kind of record, one report, no database. */
final class GuestContext {

    private static final Map<String, Text> WORDS = words();

    private GuestContext() {}

    enum ThingState {
        DRAFT,
        WAITING,
        DONE
    }

    static ProgrammeContext of(int year) {
        RecordType<Thing> things = RecordType.of("things", Thing.class, Thing::new)
                .title(thing -> "演示事项")
                .icon("vaadin:cube")
                .field(Field.<Thing>text("name", thing -> "演示事项", (thing, name) -> {})
                        .listed())
                .workflow(flow())
                .build();
        ProgrammeDescriptor descriptor = ProgrammeDescriptor.of("guest", null)
                .menu("vaadin:cube", 1)
                .records(things)
                .reports(ReportTable.of("overview", things).by("status").count().build())
                .build();
        return (ProgrammeContext) Proxy.newProxyInstance(
                GuestContext.class.getClassLoader(),
                new Class<?>[] {ProgrammeContext.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "descriptor" -> descriptor;
                    case "programmeId" -> "guest";
                    case "year" -> year;
                    case "texts" -> new GuestTexts();
                    case "edition" -> edition(year);
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == args[0];
                    default -> throw new IllegalStateException("the guest has no " + method.getName());
                });
    }

    private static Workflow<Thing> flow() {
        Workflow<Thing> flow = Workflow.of(ThingState.class, "GU-STATE");
        flow.editableState(ThingState.DRAFT, Tone.NEUTRAL, "vaadin:pencil");
        flow.state(ThingState.WAITING, Tone.WAITING, "vaadin:clock");
        flow.endState(ThingState.DONE, Tone.SUCCESS, "vaadin:check-circle");
        flow.on("submit").from(ThingState.DRAFT).to(ThingState.WAITING);
        flow.on("finish").from(ThingState.WAITING).to(ThingState.DONE);
        return flow;
    }

    private static Edition edition(int year) {
        return (Edition) Proxy.newProxyInstance(
                GuestContext.class.getClassLoader(),
                new Class<?>[] {Edition.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "state" -> year == 2025 ? EditionState.CLOSED : EditionState.PUBLISHED;
                    case "year" -> year;
                    case "programmeId" -> "guest";
                    case "parameters" -> List.of();
                    default -> throw new IllegalStateException("the guest's edition has no " + method.getName());
                });
    }

    private static Map<String, Text> words() {
        Map<String, Text> words = new HashMap<>();
        words.put("programme.title", new Text("演示项目", "Guest programme"));
        words.put("things", new Text("演示事项", "Things"));
        words.put("things.name", new Text("名称", "Name"));
        words.put("report.overview", new Text("总览表", "Overview"));
        words.put("page.map", new Text("分布图", "Map"));
        words.put("ThingState.DRAFT", new Text("草稿", "Draft"));
        words.put("ThingState.WAITING", new Text("待区局审核", "Waiting for review"));
        words.put("ThingState.DONE", new Text("已完成", "Done"));
        words.put("action.submit", new Text("提交", "Submit"));
        words.put("action.finish", new Text("审核", "Review"));
        return words;
    }

    /** Words by key. */
    private static final class GuestTexts implements Texts {

        @Override
        public Text get(String key, Object... args) {
            return WORDS.getOrDefault(key, Text.same(key));
        }

        @Override
        public boolean has(String key) {
            return WORDS.containsKey(key);
        }
    }
}
