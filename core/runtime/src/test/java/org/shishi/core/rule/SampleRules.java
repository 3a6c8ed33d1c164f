package org.shishi.core.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.shishi.api.organisation.District;
import org.shishi.api.people.Phone;
import org.shishi.api.rule.Input;
import org.shishi.api.rule.Ok;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.Parameter;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Rule;
import org.shishi.api.rule.Violation;

/** A programme's rules, one for each thing the binder must do. */
public final class SampleRules {

    public enum Size {
        S,
        L
    }

    public record Row(
            String name,
            @Input(required = false) BigDecimal area,
            @Input(required = false, otherwise = "0") int count,
            @Input(required = false) String remark,
            @Input("kindOf") Size kind) {}

    public record Everything(
            String text,
            int whole,
            long fen,
            BigDecimal decimal,
            boolean flag,
            LocalDate date,
            LocalDateTime at,
            Size size,
            District district,
            List<Row> rows,
            Map<String, Integer> scores,
            Map<Size, Long> bySize) {}

    public record Answer(Object value) {}

    private SampleRules() {}

    @Rule(id = "R-9.10", name = "everything", source = "test")
    public static Outcome<Everything> everything(
            @Input("text") String text,
            @Input("whole") int whole,
            @Input("fen") long fen,
            @Input("decimal") BigDecimal decimal,
            @Input(value = "flag", otherwise = "true") boolean flag,
            @Input("date") LocalDate date,
            @Input("at") LocalDateTime at,
            @Input(value = "size", otherwise = "L") Size size,
            @Input("district") District district,
            @Input(value = "rows", otherwise = "[]") List<Row> rows,
            @Input(value = "scores", otherwise = "{}") Map<String, Integer> scores,
            @Input(value = "bySize", required = false) Map<Size, Long> bySize) {
        return Outcome.of(
                new Everything(text, whole, fen, decimal, flag, date, at, size, district, rows, scores, bySize));
    }

    @Rule(id = "R-9.9", name = "unchecked", source = "test")
    public static Outcome<Answer> unchecked(
            @Input(value = "n", unchecked = true) Integer n,
            @Input(value = "scores", unchecked = true) Map<String, Integer> scores,
            @Input(value = "texts", otherwise = "[]") List<String> texts,
            @Input(value = "note", required = false) String note) {
        return n == null
                ? Outcome.refused("SM-MISSING", "n")
                : Outcome.of(
                        new Answer(n + " " + scores + " " + texts + " " + note),
                        List.of(Violation.of("SM-WARN", null)));
    }

    @Rule(id = "R-9.2", name = "target", source = "test")
    public static Outcome<Answer> target(
            @Parameter("sample.target") int target,
            @Parameter("sample.cap") Long cap,
            @Parameter("sample.rows") List<Row> rows) {
        return cap == null
                ? Outcome.refused("SM-UNSET", null, target)
                : Outcome.of(new Answer(target + cap + rows.size()));
    }

    @Rule(id = "R-9.1a", name = "throwing", source = "test")
    public static Outcome<Ok> throwing(@Input("how") int how) {
        return switch (how) {
            case 0 -> throw new RefusedException("SM-THROWN", "how");
            case 1 -> throw new ArithmeticException("overflow");
            case 2 -> throw new IllegalStateException("a fault of the rule");
            default ->
                Phone.phone("1", Phone.Wanted.ANY).refused() ? Outcome.refused("CORE-PHONE", "how") : Outcome.of(Ok.OK);
        };
    }
}
