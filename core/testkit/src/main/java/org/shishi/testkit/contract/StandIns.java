package org.shishi.testkit.contract;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.shishi.api.programme.Edition;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.record.RecordContext;
import org.shishi.testkit.fake.FakeClock;

/** Stand-ins for the platform's services: enough to be handed over, and to answer what is known without a platform. */
final class StandIns {

    private static final LocalDate TODAY = LocalDate.of(2024, 7, 1);

    /** Somebody asked a stand-in for what only the platform knows. */
    static final class NotStoodIn extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotStoodIn(String method) {
            super(method + " is not answered here", null, false, false);
        }
    }

    private StandIns() {}

    static Object of(Class<?> type, BuiltProgramme programme) {
        if (type == Clock.class) {
            return FakeClock.at(TODAY);
        }
        return type == ProgrammeContext.class ? context(programme) : standIn(type, Map.of());
    }

    static RecordContext recordContext(BuiltProgramme programme) {
        FakeClock clock = FakeClock.at(TODAY);
        return standIn(
                RecordContext.class,
                Map.of("programme", context(programme), "today", TODAY, "now", clock.instant(), "attachments", 0));
    }

    private static ProgrammeContext context(BuiltProgramme programme) {
        String id = programme.descriptor().id();
        return standIn(
                ProgrammeContext.class,
                Map.of(
                        "programmeId", id,
                        "year", TODAY.getYear(),
                        "descriptor", programme.descriptor(),
                        "edition", edition(programme)));
    }

    private static Edition edition(BuiltProgramme programme) {
        return (Edition) Proxy.newProxyInstance(
                StandIns.class.getClassLoader(),
                new Class<?>[] {Edition.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "value" -> value(programme, (String) args[0]);
                    case "on" -> proxy;
                    case "year" -> TODAY.getYear();
                    case "programmeId" -> programme.descriptor().id();
                    default -> throw new NotStoodIn(method.getName());
                });
    }

    private static Optional<Object> value(BuiltProgramme programme, String name) {
        Parameter parameter = programme.edition().get(name);
        if (parameter == null) {
            throw new IllegalArgumentException("the edition declares no parameter '" + name + "'");
        }
        Object value = parameter.value();
        return Optional.ofNullable(
                "fen".equals(parameter.type()) && value instanceof Integer i ? i.longValue() : value);
    }

    private static <T> T standIn(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                StandIns.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, args) -> switch (method.getName()) {
                    case "toString" -> "stand-in for " + type.getSimpleName();
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == args[0];
                    default -> {
                        Object answer = answers.get(method.getName());
                        if (answer == null) {
                            throw new NotStoodIn(type.getSimpleName() + "." + method.getName());
                        }
                        yield answer;
                    }
                }));
    }
}
