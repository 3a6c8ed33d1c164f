package org.shishi.core.rule;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritingRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            R-C.4 | {"residentId":"11010519491231002X","today":"2024-05-01"} | {"residentId":"11010519491231002X","birthDate":"1949-12-31","sex":"F"}
            R-C.4 | {"residentId":"　11010519491231002ｘ ","today":"2024-05-01"} | {"residentId":"11010519491231002X","birthDate":"1949-12-31","sex":"F"}
            R-C.4 | {"residentId":"310101190001010011","today":"2024-05-01"} | {"residentId":"310101190001010011","birthDate":"1900-01-01","sex":"M"}
            R-C.4 | {"residentId":"310101202405011235","today":"2024-05-01"} | {"residentId":"310101202405011235","birthDate":"2024-05-01","sex":"M"}
            R-C.4 | {"residentId":"310101202405011235","today":"2024-04-30"} | CORE-ID-DATE residentId
            R-C.4 | {"residentId":"310101189912310017","today":"2024-05-01"} | CORE-ID-DATE residentId
            R-C.4 | {"residentId":"31010119800230001X","today":"2024-05-01"} | CORE-ID-DATE residentId
            R-C.4 | {"residentId":"310101198013010010","today":"2024-05-01"} | CORE-ID-DATE residentId
            R-C.4 | {"residentId":"110105194912310021","today":"2024-05-01"} | CORE-ID-CHECK residentId
            R-C.4 | {"residentId":"110105491231002","today":"2024-05-01"}    | CORE-ID-FORMAT residentId
            R-C.4 | {"residentId":"1101051949123100XX","today":"2024-05-01"} | CORE-ID-FORMAT residentId
            R-C.4 | {"residentId":"110105 19491231002X","today":"2024-05-01"} | CORE-ID-FORMAT residentId
            R-C.4 | {"residentId":"١١٠١٠٥19491231002X","today":"2024-05-01"} | CORE-ID-FORMAT residentId
            R-C.4 | {"residentId":"","today":"2024-05-01"}   | CORE-ID-FORMAT residentId
            R-C.4 | {"residentId":null,"today":"2024-05-01"} | CORE-ID-FORMAT residentId
            R-C.4 | {"residentId":110105194912310021,"today":"2024-05-01"} | CORE-ID-FORMAT residentId
            R-C.4 | {"today":"2024-05-01"} | CORE-ID-FORMAT residentId
            R-C.4 | {"residentId":"11010519491231002X"} | CORE-INPUT today
            R-C.5 | {"uscc":"91350100M000100Y43"} | {"uscc":"91350100M000100Y43"}
            R-C.5 | {"uscc":" 91350100m000100y43"} | {"uscc":"91350100M000100Y43"}
            R-C.5 | {"uscc":"51310000500001235X"} | {"uscc":"51310000500001235X"}
            R-C.5 | {"uscc":"12310000425000001L"} | {"uscc":"12310000425000001L"}
            R-C.5 | {"uscc":"91350100M000100Y44"} | CORE-USCC-CHECK uscc
            R-C.5 | {"uscc":"19350100M000100Y43"} | CORE-USCC-CHECK uscc
            R-C.5 | {"uscc":"91350100M000100Y4"}  | CORE-USCC-FORMAT uscc
            R-C.5 | {"uscc":"91A50100M000100Y43"} | CORE-USCC-FORMAT uscc
            R-C.5 | {"uscc":"91350100I000100Y43"} | CORE-USCC-FORMAT uscc
            R-C.5 | {"uscc":"91350100O000100Y43"} | CORE-USCC-FORMAT uscc
            R-C.5 | {"uscc":"91350100Z000100Y43"} | CORE-USCC-FORMAT uscc
            R-C.5 | {"uscc":"91350100S000100Y43"} | CORE-USCC-FORMAT uscc
            R-C.5 | {"uscc":"91350100V000100Y43"} | CORE-USCC-FORMAT uscc
            R-C.5 | {} | CORE-USCC-FORMAT uscc
            R-C.6 | {"phone":"13800138000"} | {"phone":"13800138000","kind":"MOBILE"}
            R-C.6 | {"phone":" +86 138-0013-8000 "} | {"phone":"13800138000","kind":"MOBILE"}
            R-C.6 | {"phone":"１３８００１３８０００","kind":"MOBILE"} | {"phone":"13800138000","kind":"MOBILE"}
            R-C.6 | {"phone":"12800138000"} | CORE-PHONE phone
            R-C.6 | {"phone":"1380013800"} | CORE-PHONE phone
            R-C.6 | {"phone":"138001380000"} | CORE-PHONE phone
            R-C.6 | {"phone":"021-12345678"} | {"phone":"021-12345678","kind":"LANDLINE"}
            R-C.6 | {"phone":"0211234567"} | {"phone":"0211234567","kind":"LANDLINE"}
            R-C.6 | {"phone":"0512-1234567-123456"} | {"phone":"0512-1234567-123456","kind":"LANDLINE"}
            R-C.6 | {"phone":"0512-1234567-1234567"} | CORE-PHONE phone
            R-C.6 | {"phone":"12345678"} | {"phone":"12345678","kind":"LANDLINE"}
            R-C.6 | {"phone":"123456"} | CORE-PHONE phone
            R-C.6 | {"phone":"021-12345678","kind":"MOBILE"} | CORE-PHONE phone
            R-C.6 | {"phone":"13800138000","kind":"LANDLINE"} | CORE-PHONE phone
            R-C.6 | {"phone":"13800138000","kind":"ANY"} | {"phone":"13800138000","kind":"MOBILE"}
            R-C.6 | {"phone":"13800138000","kind":null} | {"phone":"13800138000","kind":"MOBILE"}
            R-C.6 | {"phone":"13800138000","kind":"any"} | CORE-INPUT kind
            R-C.6 | {} | CORE-PHONE phone
            """)
    void readsNumbers(String rule, String inputs, String expected) {
        Rest.expectCore(rule, inputs, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"kind":"RESIDENT_ID","value":"11010519491231002x"} | {"masked":"110***********002X"}
            {"kind":"RESIDENT_ID","value":"1101051"} | {"masked":"*******"}
            {"kind":"MOBILE","value":"+86 138 0013 8000"} | {"masked":"138****8000"}
            {"kind":"NAME","value":"欧阳测试"} | {"masked":"欧***"}
            {"kind":"NAME","value":"𠮷田"} | {"masked":"𠮷*"}
            {"kind":"NAME","value":"王"} | {"masked":"王"}
            {"kind":"NAME","value":""} | {"masked":""}
            {"kind":"EMAIL","value":"zhang.test@example.com"} | {"masked":"z***@example.com"}
            {"kind":"EMAIL","value":"z@example.com"} | {"masked":"z***@example.com"}
            {"kind":"EMAIL","value":"none"} | {"masked":"n***"}
            {"kind":"OTHER_DOCUMENT","value":"e12345678"} | {"masked":"E1*****78"}
            {"kind":"OTHER_DOCUMENT","value":"ABCDE"} | {"masked":"AB*DE"}
            {"kind":"OTHER_DOCUMENT","value":"ABCD"} | {"masked":"****"}
            {"kind":"OTHER_DOCUMENT","value":"A"} | {"masked":"*"}
            {"kind":"PASSPORT","value":"A"} | CORE-INPUT kind
            {"kind":"NAME"} | CORE-INPUT value
            {"value":"A"} | CORE-INPUT kind
            """)
    void masks(String inputs, String expected) {
        Rest.expectCore("R-C.7", inputs, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            "0" | {"fen":0,"yuan":"0.00"}
            "150" | {"fen":15000,"yuan":"150.00"}
            "1234.5" | {"fen":123450,"yuan":"1234.50"}
            "0.01" | {"fen":1,"yuan":"0.01"}
            " １２．３４ " | {"fen":1234,"yuan":"12.34"}
            "007" | {"fen":700,"yuan":"7.00"}
            "999999999999.99" | {"fen":99999999999999,"yuan":"999999999999.99"}
            "1000000000000" | CORE-MONEY text
            "1.234" | CORE-MONEY text
            "1." | CORE-MONEY text
            ".5" | CORE-MONEY text
            "-1" | CORE-MONEY text
            "+1" | CORE-MONEY text
            "1,000" | CORE-MONEY text
            "1e3" | CORE-MONEY text
            "1 000" | CORE-MONEY text
            "¥5" | CORE-MONEY text
            "" | CORE-MONEY text
            null | CORE-MONEY text
            5 | CORE-MONEY text
            """)
    void readsYuan(String text, String expected) {
        Rest.expectCore("R-C.8", "{\"text\":" + text + "}", expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"fileName":"plan.pdf","sizeBytes":20971520,"head":"255044462d312e37"} | {"type":"PDF"}
            {"fileName":"plan.PDF","sizeBytes":1,"head":"25504446"} | {"type":"PDF"}
            {"fileName":"a.jpg","sizeBytes":1,"head":"FFD8FFE000104A46"} | {"type":"JPG"}
            {"fileName":"a.jpeg","sizeBytes":1,"head":"FFD8FF"} | {"type":"JPG"}
            {"fileName":"图.png","sizeBytes":1,"head":"89504E470D0A1A0A0000"} | {"type":"PNG"}
            {"fileName":"a.xlsx","sizeBytes":1,"head":"504B0304"} | {"type":"XLSX"}
            {"fileName":"a.b.docx","sizeBytes":1,"head":"504B030414000600"} | {"type":"DOCX"}
            {"fileName":"plan.pdf","sizeBytes":20971521,"head":"25504446"} | CORE-ATT-SIZE sizeBytes
            {"fileName":"plan.exe","sizeBytes":20971521,"head":"4D5A"} | CORE-ATT-TYPE fileName, CORE-ATT-SIZE sizeBytes
            {"fileName":"plan.pdf","sizeBytes":5000000000,"head":"504B0304"} | CORE-ATT-TYPE head, CORE-ATT-SIZE sizeBytes
            {"fileName":"plan.pdf.exe","sizeBytes":1,"head":"25504446"} | CORE-ATT-TYPE fileName
            {"fileName":"pdf","sizeBytes":1,"head":"25504446"} | CORE-ATT-TYPE fileName
            {"fileName":"a.xls","sizeBytes":1,"head":"D0CF11E0A1B11AE1"} | CORE-ATT-TYPE fileName
            {"fileName":"a.png","sizeBytes":1,"head":"89504E470D0A1A0B"} | CORE-ATT-TYPE head
            {"fileName":"a.png","sizeBytes":1,"head":"FFD8FFE0"} | CORE-ATT-TYPE head
            {"fileName":"a.pdf","sizeBytes":1,"head":"255044"} | CORE-ATT-TYPE head
            {"fileName":"a.pdf","sizeBytes":1,"head":"2550444"} | CORE-ATT-TYPE head
            {"fileName":"a.pdf","sizeBytes":1,"head":"%PDF"} | CORE-ATT-TYPE head
            {"fileName":"a.pdf","sizeBytes":1,"head":""} | CORE-ATT-TYPE head
            {"fileName":"a.pdf","sizeBytes":1} | CORE-ATT-TYPE head
            {"sizeBytes":1,"head":"25504446"} | CORE-ATT-TYPE fileName
            {"fileName":"a.pdf","sizeBytes":-1,"head":"25504446"} | CORE-INPUT sizeBytes
            """)
    void checksAttachments(String inputs, String expected) {
        Rest.expectCore("R-C.17", inputs, expected);
    }
}
