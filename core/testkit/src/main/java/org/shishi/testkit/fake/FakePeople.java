package org.shishi.testkit.fake;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shishi.api.identity.Caller;
import org.shishi.api.people.Document;
import org.shishi.api.people.Mask;
import org.shishi.api.people.People;
import org.shishi.api.people.Person;
import org.shishi.api.people.PersonDraft;
import org.shishi.api.people.ResidentId;
import org.shishi.api.text.Normal;

/** A person registry in memory, and resident IDs that are valid and belong to nobody (region 310999). */
public final class FakePeople implements People {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    private record Known(Person person, String name, String residentId, String mobile) {}

    private final FakeClock clock;
    private final Map<String, Known> byDocument = new LinkedHashMap<>();

    public FakePeople(FakeClock clock) {
        this.clock = clock;
    }

    /**
     * A valid number of the region that does not exist.
     *
     * @param number tells people of one birthday apart, 0 to 999; odd: a man
     */
    public static String residentId(LocalDate birthDate, int number) {
        String seventeen = "310999" + birthDate.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(number);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (seventeen.charAt(i) - '0');
        }
        return seventeen + CHECK_CHARACTERS.charAt(sum % CHECK_CHARACTERS.length());
    }

    @Override
    public Person register(Caller caller, String name, String residentId, String mobile) {
        String id = ResidentId.residentId(residentId, clock.today()).orThrow().residentId();
        return byDocument
                .computeIfAbsent(
                        id,
                        document -> new Known(
                                new Person(
                                        UUID.nameUUIDFromBytes(
                                                document.getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                                        Mask.name(name),
                                        Mask.residentId(document),
                                        Mask.mobile(mobile)),
                                name,
                                document,
                                mobile))
                .person();
    }

    /** Resident IDs only. */
    @Override
    public Person register(Caller caller, PersonDraft draft) {
        return register(caller, draft.name(), draft.number(), draft.mobile());
    }

    @Override
    public Optional<Person> byDocument(Document document) {
        return byResidentId(document.number());
    }

    @Override
    public Optional<Person> byId(UUID id) {
        return known(id).map(Known::person);
    }

    @Override
    public Optional<Person> byResidentId(String residentId) {
        return Optional.ofNullable(byDocument.get(Normal.id(residentId))).map(Known::person);
    }

    /** Needs no right and keeps no record: that is the platform's to test. */
    @Override
    public String reveal(Caller caller, String programmeId, UUID personId, Detail detail, String reason) {
        Known known =
                known(personId).orElseThrow(() -> new org.shishi.api.rule.RefusedException("CORE-NOT-FOUND", "person"));
        return switch (detail) {
            case NAME -> known.name();
            case RESIDENT_ID -> known.residentId();
            case MOBILE -> known.mobile();
        };
    }

    private Optional<Known> known(UUID id) {
        return byDocument.values().stream()
                .filter(known -> known.person().id().equals(id))
                .findFirst();
    }
}
