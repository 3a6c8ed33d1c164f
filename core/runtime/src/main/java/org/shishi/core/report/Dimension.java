package org.shishi.core.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.shishi.api.organisation.District;
import org.shishi.api.organisation.Organisation;
import org.shishi.api.organisation.Organisations;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.programme.ProgrammeContext;
import org.shishi.api.record.Field;
import org.shishi.api.record.FieldKind;
import org.shishi.api.record.PlainValues;
import org.shishi.api.record.ProgrammeRecord;
import org.shishi.api.record.RecordType;
import org.shishi.api.record.ValueFault;
import org.shishi.api.report.ReportTable;
import org.shishi.api.rule.RefusedException;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;

/** What a report is grouped by: how the database says it, and how people read it. */
abstract class Dimension {

    /** What a group has in this dimension; the same for values that belong to the same group. */
    record Value(String key, Text label, int order) implements Comparable<Value> {
        @Override
        public int compareTo(Value other) {
            return order != other.order ? Integer.compare(order, other.order) : key.compareTo(other.key);
        }
    }

    private final Text title;
    private final String expression;
    private final Text none;

    private Dimension(Text title, String expression, Text none) {
        this.title = title;
        this.expression = expression;
        this.none = none;
    }

    Text title() {
        return title;
    }

    /** JPQL on the alias {@code r}. */
    String expression() {
        return expression;
    }

    final Value value(Object stored) {
        return stored == null ? nothing() : of(stored);
    }

    final Value nothing() {
        return new Value("", none, Integer.MAX_VALUE);
    }

    abstract Value of(Object stored);

    static <T extends ProgrammeRecord> Dimension of(
            String name,
            RecordType<T> type,
            ProgrammeContext programme,
            Organisations organisations,
            Function<UUID, Optional<Organisation>> secondLevelOf,
            CoreTexts core) {
        Text none = core.get("report.none");
        return switch (name) {
            case ReportTable.STATUS -> new Status(type, programme.texts(), core, none);
            case ReportTable.SECOND_LEVEL -> new SecondLevel(organisations, secondLevelOf, core, none);
            default ->
                new OfField<>(
                        type.field(name)
                                .filter(field -> field.kind() != FieldKind.TAGS)
                                .orElseThrow(() -> new RefusedException(List.of(ValueFault.UNKNOWN.at(name)))),
                        type,
                        programme.texts(),
                        organisations,
                        none);
        };
    }

    private static final class Status extends Dimension {

        private final List<String> order;
        private final Optional<String> words;
        private final Texts texts;

        private Status(RecordType<?> type, Texts texts, CoreTexts core, Text none) {
            super(core.get("report.status"), "r.head.status", none);
            this.texts = texts;
            this.order = type.workflow()
                    .map(flow ->
                            flow.allStates().stream().map(state -> state.name()).toList())
                    .orElse(List.of());
            this.words = type.workflow().map(flow -> flow.states().getSimpleName());
        }

        @Override
        Value of(Object stored) {
            String state = (String) stored;
            Text label = words.map(name -> texts.get(name + "." + state)).orElse(Text.same(state));
            int place = order.indexOf(state);
            return new Value(state, label, place < 0 ? order.size() : place);
        }
    }

    /** The district or bureau union of the owner; the city's own stand under none. */
    private static final class SecondLevel extends Dimension {

        private final Organisations organisations;
        private final Function<UUID, Optional<Organisation>> secondLevelOf;
        private final List<UUID> order;

        private SecondLevel(
                Organisations organisations,
                Function<UUID, Optional<Organisation>> secondLevelOf,
                CoreTexts core,
                Text none) {
            super(core.get("report.secondLevel"), "r.head.ownerOrg", none);
            this.organisations = organisations;
            this.secondLevelOf = secondLevelOf;
            this.order =
                    organisations.secondLevel().stream().map(Organisation::id).toList();
        }

        @Override
        Value of(Object stored) {
            Organisation shown = secondLevelOf
                    .apply((UUID) stored)
                    .or(() -> Optional.of(organisations.city()))
                    .orElseThrow();
            int place = order.indexOf(shown.id());
            return new Value(shown.id().toString(), Text.same(shown.name()), place < 0 ? order.size() : place);
        }
    }

    private static final class OfField<T extends ProgrammeRecord, V> extends Dimension {

        private final Field<T, V> field;
        private final Texts texts;
        private final Organisations organisations;

        private OfField(Field<T, V> field, RecordType<T> type, Texts texts, Organisations organisations, Text none) {
            super(texts.get(type.id() + "." + field.name()), "r." + field.path(), none);
            this.field = field;
            this.texts = texts;
            this.organisations = organisations;
        }

        @Override
        Value of(Object stored) {
            @SuppressWarnings("unchecked")
            V value = (V) stored;
            return new Value(String.valueOf(PlainValues.toMaskedPlain(field, value)), label(value), order(value));
        }

        private Text label(V value) {
            if (field.kind() == FieldKind.ORGANISATION) {
                return Text.same(
                        organisations.byId((UUID) value).map(Organisation::name).orElse(value.toString()));
            }
            return new Text(word(value, Locale.SIMPLIFIED_CHINESE), word(value, Locale.ENGLISH));
        }

        private String word(V value, Locale locale) {
            return field.sensitivity().mask(PlainValues.toText(field, value, texts, locale));
        }

        private int order(V value) {
            if (value instanceof District district) {
                return district.ordinal();
            }
            if (value instanceof Enum<?> constant) {
                return constant.ordinal();
            }
            return value instanceof Boolean yes ? (yes ? 0 : 1) : 0;
        }
    }
}
