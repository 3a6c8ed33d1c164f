package org.shishi.core.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shishi.api.people.Document;
import org.shishi.api.people.PersonDraft;
import org.shishi.api.people.Phone;
import org.shishi.api.people.ResidentId;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Normal;

/** A person in normal form, in clear: ready to be sealed. Prints masked. */
public record ReadyPerson(
        Document document, String name, String mobile, LocalDate birthDate, ResidentId.Sex sex, PersonDraft draft) {

    private static final int LONGEST_NAME = 100;

    /** What the fields are called in the answers. */
    public record Names(String name, String number, String mobile) {
        public static final Names PLAIN = new Names("name", "residentId", "mobile");
    }

    /** Everything that is wrong, in the order of the names. */
    public static Outcome<ReadyPerson> of(PersonDraft draft, LocalDate today, Names names) {
        List<Violation> wrong = new ArrayList<>();
        String name = Normal.text(draft.name());
        if (name.isEmpty()) {
            wrong.add(Violation.of(Violation.CORE_INPUT, names.name()));
        } else if (Normal.length(name) > LONGEST_NAME) {
            wrong.add(Violation.of("CORE-LENGTH", names.name(), LONGEST_NAME));
        }
        Outcome<Document> document = Document.parse(draft.kind(), draft.number(), today, names.number());
        wrong.addAll(document.refusals());
        String mobile = Normal.text(draft.mobile()).isEmpty()
                ? null
                : Phone.mobile(draft.mobile()).orElse("");
        if ("".equals(mobile)) {
            wrong.add(Violation.of("CORE-PHONE", names.mobile()));
        }
        if (draft.birthDate() != null && draft.birthDate().isAfter(today)) {
            wrong.add(Violation.of("CORE-ID-DATE", "birthDate"));
        }
        return wrong.isEmpty()
                ? Outcome.of(ready(document.result(), name, mobile, draft, today))
                : Outcome.refused(wrong);
    }

    /** A resident ID says birth date and sex itself: neither is kept a second time. */
    private static ReadyPerson ready(
            Document document, String name, String mobile, PersonDraft draft, LocalDate today) {
        return switch (document.kind()) {
            case RESIDENT_ID ->
                new ReadyPerson(
                        document,
                        name,
                        mobile,
                        null,
                        ResidentId.residentId(document.number(), today).result().sex(),
                        draft);
            default -> new ReadyPerson(document, name, mobile, draft.birthDate(), draft.sex(), draft);
        };
    }

    @Override
    public String toString() {
        return draft.toString();
    }
}
