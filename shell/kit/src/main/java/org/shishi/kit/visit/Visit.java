package org.shishi.kit.visit;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.shishi.api.identity.Caller;
import org.shishi.api.identity.Right;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.platform.LiveProgramme;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.programme.ProgrammeDescriptor;
import org.shishi.api.programme.ProgrammeOfflineException;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.Records;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Texts;
import org.shishi.kit.component.Notices;
import org.shishi.kit.component.RefusalWords;
import org.shishi.kit.component.StatusBadge;
import org.shishi.kit.field.FieldEditors;
import org.shishi.kit.field.FieldFormat;

/** Somebody on a page of a programme: who, which, in which language. Lives as long as the page. */
public record Visit(
        LiveProgramme live, Caller caller, Locale locale, Organisations organisations, CoreTexts coreTexts) {

    public ProgrammeContext programme() {
        return live.context();
    }

    public ProgrammeDescriptor descriptor() {
        return live.descriptor();
    }

    public Texts texts() {
        return programme().texts();
    }

    public Paths paths() {
        return new Paths(descriptor().id(), programme().year());
    }

    /** A text of the programme. */
    public String word(String key, Object... args) {
        return texts().get(key, args).in(locale);
    }

    /** What a type's records are called: {@code <type>}. */
    public String plural(RecordType<?> type) {
        return word(type.id());
    }

    /** What one record of a type is called: {@code <type>.one}, else as the type. */
    public String singular(RecordType<?> type) {
        return texts().has(type.id() + ".one") ? word(type.id() + ".one") : plural(type);
    }

    public String action(String action) {
        return word("action." + action);
    }

    public String state(RecordType<?> type, String state) {
        return StatusBadge.word(type, state, texts(), locale);
    }

    public boolean may(Right... anyOf) {
        return caller.may(descriptor().id(), anyOf);
    }

    public boolean mayCreate(RecordType<?> type) {
        return type.creatable(caller, descriptor().id());
    }

    /** Whether it makes sense to ask for a record's sensitive values in clear; the door decides. */
    public boolean mayReveal(ProgrammeRecord record) {
        boolean own = caller.organisation().id().equals(record.head().ownerOrg());
        return may(Right.UNMASK) || own && may(Right.CREATE);
    }

    public <T extends ProgrammeRecord> Records<T> records(RecordType<T> type) {
        return programme().records(type);
    }

    public FieldFormat format() {
        return new FieldFormat(texts(), organisations, locale);
    }

    public FieldEditors editors() {
        return new FieldEditors(
                texts(), organisations, caller, locale, programme().edition());
    }

    /** The words for violations that concern no type in particular. */
    public RefusalWords words() {
        return words(null);
    }

    /** The words for violations of records of a type: fields by their titles. */
    public RefusalWords words(RecordType<?> type) {
        return CodeWords.of(type, texts(), coreTexts, locale);
    }

    /** @param type whose fields the violation names; null: of none */
    public String message(RecordType<?> type, Violation violation) {
        return words(type).of(List.of(violation)).getFirst();
    }

    /** Does something that may be refused or find the programme gone. Refused, it is said in a notice. */
    public void attempt(Runnable work) {
        attempt(work, violations -> Notices.error(words().of(violations)));
    }

    public void attempt(Runnable work, Consumer<List<Violation>> refused) {
        try {
            work.run();
        } catch (RefusedException e) {
            refused.accept(e.violations());
        } catch (ProgrammeOfflineException e) {
            Optional.ofNullable(UI.getCurrent()).ifPresent(ui -> ui.navigate(paths().offline()));
        }
    }

    /** {@code 2026 · title}: what stands over a page's heading. */
    public String place() {
        return t("place", programme().year(), live.title().in(locale));
    }
}
