package org.shishi.core.task;

import java.util.List;
import java.util.Map;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Text;

/**
 * A row of a file with its verdict.
 *
 * @param sheet 0: the first of the file
 * @param row as the sheet shows it; 0: the head
 * @param cells what stood in it by field name, sensitive ones masked
 */
public record TaskRow(int sheet, int row, List<Violation> refusals, List<Text> messages, Map<String, String> cells) {

    boolean rejected() {
        return !refusals.isEmpty();
    }
}
