package org.shishi.core.rule;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            R-C.1 | {"d":"2024-02-09"} | {"workingDay":true}
            R-C.1 | {"d":"2024-02-10"} | {"workingDay":false}
            R-C.1 | {"d":"2024-02-17"} | {"workingDay":false}
            R-C.1 | {"d":"2024-02-18"} | {"workingDay":true}
            R-C.1 | {"d":"2024-02-24"} | {"workingDay":false}
            R-C.1 | {"d":"2024-02-26"} | {"workingDay":true}
            R-C.1 | {"d":"2025-10-08"} | {"workingDay":false}
            R-C.1 | {"d":"2025-10-09"} | {"workingDay":true}
            R-C.1 | {"d":"2026-02-28"} | {"workingDay":true}
            R-C.1 | {"d":"2023-12-29"} | CORE-CAL-MISSING d
            R-C.1 | {"d":"2027-01-04"} | CORE-CAL-MISSING d
            R-C.1 | {"d":"2024-02-30"} | CORE-INPUT d
            R-C.1 | {"d":"2024-2-3"}   | CORE-INPUT d
            R-C.1 | {"d":20240203}     | CORE-INPUT d
            R-C.1 | {"d":null}         | CORE-INPUT d
            R-C.1 | {}                 | CORE-INPUT d
            R-C.1 | {"day":"2024-02-09"} | CORE-INPUT d, CORE-INPUT day
            R-C.2 | {"d":"2024-02-08","n":1} | {"date":"2024-02-09"}
            R-C.2 | {"d":"2024-02-08","n":2} | {"date":"2024-02-18"}
            R-C.2 | {"d":"2024-02-12","n":1} | {"date":"2024-02-18"}
            R-C.2 | {"d":"2024-04-30","n":3} | {"date":"2024-05-08"}
            R-C.2 | {"d":"2024-12-31","n":1} | {"date":"2025-01-02"}
            R-C.2 | {"d":"2023-12-31","n":1} | {"date":"2024-01-02"}
            R-C.2 | {"d":"2026-12-30","n":1} | {"date":"2026-12-31"}
            R-C.2 | {"d":"2026-12-30","n":2} | CORE-CAL-MISSING d
            R-C.2 | {"d":"2023-12-29","n":1} | CORE-CAL-MISSING d
            R-C.2 | {"d":"2024-02-08","n":2000000000} | CORE-CAL-MISSING d
            R-C.2 | {"d":"2024-02-08","n":3000000000} | CORE-INPUT n
            R-C.2 | {"d":"2024-02-08","n":2.0} | {"date":"2024-02-18"}
            R-C.2 | {"d":"2024-02-08","n":2.5} | CORE-INPUT n
            R-C.2 | {"d":"2024-02-08","n":"2"} | CORE-INPUT n
            R-C.2 | {"d":"2024-02-08","n":0}   | CORE-INPUT n
            R-C.2 | {"d":"x","n":-1,"z":true}  | CORE-INPUT d, CORE-INPUT n, CORE-INPUT z
            R-C.3 | {"from":"2024-03-01","to":"2024-03-31","date":"2024-02-29"} | {"state":"BEFORE"}
            R-C.3 | {"from":"2024-03-01","to":"2024-03-31","date":"2024-03-01"} | {"state":"OPEN"}
            R-C.3 | {"from":"2024-03-01","to":"2024-03-31","date":"2024-03-31"} | {"state":"OPEN"}
            R-C.3 | {"from":"2024-03-01","to":"2024-03-31","date":"2024-04-01"} | {"state":"CLOSED"}
            R-C.3 | {"from":"2024-03-01","to":"2024-03-01","date":"2024-03-01"} | {"state":"OPEN"}
            R-C.3 | {"from":null,"to":"2024-03-31","date":"2024-03-01"} | CORE-WINDOW-UNSET from
            R-C.3 | {"from":"2024-03-01","date":"2024-03-01"} | CORE-WINDOW-UNSET to
            R-C.3 | {"date":"2024-03-01"} | CORE-WINDOW-UNSET from
            R-C.3 | {"from":"1.3.2024"}   | CORE-INPUT from, CORE-INPUT date
            """)
    void countsDays(String rule, String inputs, String expected) {
        Rest.expectCore(rule, inputs, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # Friday before no holiday; 2024-05-03 is a holiday: back to 04-30; 05-11 is a worked Saturday
            {"due":"2024-05-10","hard":false} | {"pre":["2024-04-26","2024-04-30","2024-05-07","2024-05-09","2024-05-10"],"overdue":["2024-05-11","2024-05-13","2024-05-17","2024-05-24"],"superiorCopyFrom":"2024-05-13"}
            {"due":"2024-05-10","hard":true}  | {"pre":["2024-04-26","2024-04-30","2024-05-07","2024-05-09","2024-05-10"],"overdue":[],"superiorCopyFrom":null}
            # a due day on Saturday 11-30: days -1 and 0 both become Friday; +1 becomes Monday 12-02; +7, +14 are Saturdays, too
            {"due":"2024-11-30","hard":false} | {"pre":["2024-11-15","2024-11-22","2024-11-27","2024-11-29"],"overdue":["2024-12-02","2024-12-03","2024-12-09","2024-12-16"],"superiorCopyFrom":"2024-12-03"}
            # before the Spring Festival +1 and +3 both become 02-18, which then carries the copy
            {"due":"2024-02-09","hard":false} | {"pre":["2024-01-26","2024-02-02","2024-02-06","2024-02-08","2024-02-09"],"overdue":["2024-02-18","2024-02-23"],"superiorCopyFrom":"2024-02-18"}
            # the window cuts off: on its first day still, before it no more, and what moved out of it neither
            {"windowFrom":"2024-04-26","due":"2024-05-10","hard":true} | {"pre":["2024-04-26","2024-04-30","2024-05-07","2024-05-09","2024-05-10"],"overdue":[],"superiorCopyFrom":null}
            {"windowFrom":"2024-04-27","due":"2024-05-10","hard":true} | {"pre":["2024-04-30","2024-05-07","2024-05-09","2024-05-10"],"overdue":[],"superiorCopyFrom":null}
            {"windowFrom":"2024-05-02","due":"2024-05-10","hard":true} | {"pre":["2024-05-07","2024-05-09","2024-05-10"],"overdue":[],"superiorCopyFrom":null}
            {"windowFrom":"2024-06-01","due":"2024-05-10","hard":true} | {"pre":[],"overdue":[],"superiorCopyFrom":null}
            # a year without data is asked for only where a reminder can fall into it
            {"windowFrom":"2024-01-01","due":"2024-01-10","hard":true} | {"pre":["2024-01-03","2024-01-05","2024-01-09","2024-01-10"],"overdue":[],"superiorCopyFrom":null}
            {"due":"2024-01-10","hard":true}  | CORE-CAL-MISSING due
            {"due":"2026-12-31","hard":true}  | {"pre":["2026-12-17","2026-12-24","2026-12-28","2026-12-30","2026-12-31"],"overdue":[],"superiorCopyFrom":null}
            {"due":"2026-12-31","hard":false} | CORE-CAL-MISSING due
            {"due":"2024-05-10"}              | CORE-INPUT hard
            {"due":"2024-05-10","hard":"true"} | CORE-INPUT hard
            {"hard":1,"windowFrom":5}         | CORE-INPUT windowFrom, CORE-INPUT due, CORE-INPUT hard
            """)
    void remindsOfDeadlines(String inputs, String expected) {
        Rest.expectCore("R-C.9", inputs, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"core.reminder.preDays":[2,2,5]} | {"pre":["2024-05-08"],"overdue":["2024-05-11","2024-05-13","2024-05-17","2024-05-24"],"superiorCopyFrom":"2024-05-13"}
            {"core.reminder.preDays":[]}      | {"pre":[],"overdue":["2024-05-11","2024-05-13","2024-05-17","2024-05-24"],"superiorCopyFrom":"2024-05-13"}
            {"core.reminder.preDays":null,"core.reminder.overdueDays":null} | {"pre":[],"overdue":[],"superiorCopyFrom":null}
            {"core.reminder.preDays":[0],"core.reminder.overdueDays":[10,2,4]} | {"pre":["2024-05-10"],"overdue":["2024-05-13","2024-05-14","2024-05-20"],"superiorCopyFrom":"2024-05-14"}
            {"core.reminder.preDays":[0],"core.reminder.overdueDays":[1,2]} | {"pre":["2024-05-10"],"overdue":["2024-05-11","2024-05-13"],"superiorCopyFrom":null}
            {"core.reminder.preDays":7}       | CORE-INPUT parameters.core.reminder.preDays
            {"core.reminder.preDays":[7,"3",-1,null]} | CORE-INPUT parameters.core.reminder.preDays[1], CORE-INPUT parameters.core.reminder.preDays[2], CORE-INPUT parameters.core.reminder.preDays[3]
            {"core.reminder.days":[7]}        | CORE-INPUT parameters.core.reminder.days
            """)
    void remindsByTrialParameters(String parameters, String expected) {
        String inputs = "{\"windowFrom\":\"2024-05-06\",\"due\":\"2024-05-10\",\"hard\":false}";
        Rest.expect(
                Rest.catalogue(),
                "R-C.9",
                null,
                "{\"inputs\":" + inputs + ",\"parameters\":" + parameters + "}",
                expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            R-C.10 | {"start":"2024-09-27"} | {"remind":["2024-10-08","2024-10-09","2024-10-10"],"breach":["2024-10-11","2024-10-12","2024-10-14"],"superiorCopyFrom":"2024-10-11"}
            R-C.10 | {"start":"2024-06-03"} | {"remind":["2024-06-06","2024-06-07","2024-06-11"],"breach":["2024-06-12","2024-06-13","2024-06-14"],"superiorCopyFrom":"2024-06-12"}
            R-C.10 | {"start":"2026-12-21"} | {"remind":["2026-12-24","2026-12-25","2026-12-28"],"breach":["2026-12-29","2026-12-30","2026-12-31"],"superiorCopyFrom":"2026-12-29"}
            R-C.10 | {"start":"2026-12-22"} | CORE-CAL-MISSING start
            R-C.10 | {}                     | CORE-INPUT start
            R-C.11 | {"start":"2024-04-01"} | {"remind":["2024-04-16","2024-04-19","2024-04-23"],"lapseNotice":"2024-04-24"}
            R-C.11 | {"start":"2024-02-09"} | {"remind":["2024-02-29","2024-03-05","2024-03-07"],"lapseNotice":"2024-03-08"}
            R-C.11 | {"start":"2026-12-09"} | {"remind":["2026-12-23","2026-12-28","2026-12-30"],"lapseNotice":"2026-12-31"}
            R-C.11 | {"start":"2026-12-10"} | CORE-CAL-MISSING start
            R-C.11 | {"start":"soon"}       | CORE-INPUT start
            """)
    void remindsOfLimits(String rule, String inputs, String expected) {
        Rest.expectCore(rule, inputs, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"calendarYear":2027,"rows":[{"date":"2027-01-01","kind":"HOLIDAY","name":"元旦"},{"date":"2027-01-03","kind":"WORKDAY","name":"元旦调休"}]} | {"holidays":1,"workdays":1}
            {"calendarYear":2027,"rows":[]} | {"holidays":0,"workdays":0}
            {"calendarYear":2027,"rows":[{"date":"2027-01-02","kind":" ＨＯＬＩＤＡＹ ","name":""}]} | {"holidays":1,"workdays":0}
            {"calendarYear":2027,"rows":[{"date":"2027-01-01","kind":"WORKDAY","name":"x"}]} | CORE-CAL-FORMAT rows[0].date
            {"calendarYear":2027,"rows":[{"date":"2027-01-01","kind":"HOLIDAY","name":"x"},{"date":"2027-01-01","kind":"HOLIDAY","name":"x"}]} | CORE-CAL-FORMAT rows[1].date
            {"calendarYear":2027,"rows":[{"date":"2026-12-31","kind":"FEAST","name":"x"},{"date":"2027-05-01","kind":"HOLIDAY","name":"x"},{"date":"2027-05-02","kind":"FEAST","name":"x"},{"date":"2027-05-03"}]} | CORE-CAL-FORMAT rows[0].date, CORE-CAL-FORMAT rows[2].kind, CORE-CAL-FORMAT rows[3].kind
            {"calendarYear":2027,"rows":[{"date":"2027-02-29","kind":"HOLIDAY","name":"x"},{"kind":"HOLIDAY","name":"x","note":1},7,null]} | CORE-INPUT rows[0].date, CORE-INPUT rows[1].date, CORE-INPUT rows[1].note, CORE-INPUT rows[2], CORE-INPUT rows[3]
            {"calendarYear":"2027","rows":{}} | CORE-INPUT calendarYear, CORE-INPUT rows
            """)
    void checksCalendars(String inputs, String expected) {
        Rest.expectCore("R-C.18", inputs, expected);
    }
}
