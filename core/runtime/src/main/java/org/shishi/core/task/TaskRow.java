package org.shishi.core.task;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Text;
import org.shishi.core.rule.Verdict;

/**
 * A row of a file with its verdict.
 *
 * @param sheet 0: the first of the file
 * @param row as the sheet shows it; 0: the head
 * @param warnings what blocks nothing
 * @param cautions the texts of {@code warnings}, in order
 * @param cells what stood in it by field name, sensitive ones masked
 */
public record TaskRow(
        int sheet,
        int row,
        List<Violation> refusals,
        List<Text> messages,
        List<Violation> warnings,
        List<Text> cautions,
        Map<String, String> cells) {

    public static TaskRow of(
            int sheet, int row, Verdict verdict, Function<Violation, Text> words, Map<String, String> cells) {
        return new TaskRow(
                sheet,
                row,
                verdict.refusals(),
                verdict.refusals().stream().map(words).toList(),
                verdict.warnings(),
                verdict.warnings().stream().map(words).toList(),
                cells);
    }

    boolean warned() {
        return !warnings.isEmpty();
    }

    boolean rejected() {
        return !refusals.isEmpty();
    }
}
