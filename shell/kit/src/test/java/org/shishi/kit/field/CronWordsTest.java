package org.shishi.kit.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronWordsTest {

    @ParameterizedTest
    @CsvSource({
        "0 0 9 * * ?, 每天 09:00",
        "0 30 3 ? * *, 每天 03:30",
        "0 0 9 1 * ?, 每月1日 09:00",
        "0 0 9 1 10-12 ?, 10至12月每月1日 09:00",
        "0 5 18 25 3 ?, 每年3月25日 18:05",
        "0 0 9 ? * MON, 每星期一 09:00",
        "0 0 9 ? * MON-FRI, 周一至周五 09:00",
        "0 0 9 * * ? 2027, 0 0 9 * * ? 2027",
        "0 0/5 * * * ?, 0 0/5 * * * ?",
        "0 0 9 L * ?, 每月最后一天 09:00",
        "0 0 9 L 3 ?, 0 0 9 L 3 ?",
        "0 0 9 * 5 ?, 0 0 9 * 5 ?",
        "30 0 9 * * ?, 30 0 9 * * ?",
        "0 0 9 1 * MON, 0 0 9 1 * MON"
    })
    void saysWhatIsOftenWrittenAndLeavesTheRest(String cron, String words) {
        assertEquals(words, CronWords.of(cron, Locale.SIMPLIFIED_CHINESE));
    }
}
