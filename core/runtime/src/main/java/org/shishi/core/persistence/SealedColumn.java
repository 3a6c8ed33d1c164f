package org.shishi.core.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Table;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.Session;
import org.shishi.api.persistence.Sealed;

/** A column of a programme's table that holds sealed text ({@link Sealed}). */
record SealedColumn(Class<?> entity, String attribute, String schema, String table, String column) {

    /** Those of a unit's entities. */
    static List<SealedColumn> of(String schema, List<Class<?>> entities) {
        List<SealedColumn> all = new ArrayList<>();
        for (Class<?> entity : entities) {
            for (Field field : entity.getDeclaredFields()) {
                if (field.isAnnotationPresent(Sealed.class)) {
                    all.add(of(schema, entity, field));
                }
            }
        }
        return all;
    }

    private static SealedColumn of(String schema, Class<?> entity, Field field) {
        if (field.getType() != String.class) {
            throw new IllegalStateException(entity.getName() + "." + field.getName() + " is sealed and no text");
        }
        Table table = entity.getAnnotation(Table.class);
        Column column = field.getAnnotation(Column.class);
        return new SealedColumn(
                entity,
                field.getName(),
                schema,
                named(table == null ? "" : table.name(), entity.getSimpleName()),
                named(column == null ? "" : column.name(), field.getName()));
    }

    private static String named(String given, String otherwise) {
        return (given.isEmpty() ? otherwise : given).toLowerCase(Locale.ROOT);
    }

    /** What its values are sealed for: not for a row, since what is sealed is made before the row is known. */
    static String place(String schema, String table, String column) {
        return "programme/" + schema + "/" + table + "/" + column;
    }

    String place() {
        return place(schema, table, column);
    }

    /** Before the provider logs in. */
    void convert(Session session, ColumnSeal seal) {
        DatabaseMapping mapping = session.getDescriptor(entity).getMappingForAttributeName(attribute);
        if (!(mapping instanceof AbstractDirectMapping direct)) {
            throw new IllegalStateException(entity.getName() + "." + attribute + " is sealed and no plain column");
        }
        direct.setConverter(new Sealing(place(), seal));
    }

    /** Between attribute and column. Lives in memory only, as long as its programme is open. */
    private static final class Sealing implements Converter {

        private static final long serialVersionUID = 1L;

        private final String place;
        private final transient ColumnSeal seal;

        private Sealing(String place, ColumnSeal seal) {
            this.place = place;
            this.seal = seal;
        }

        @Override
        public Object convertObjectValueToDataValue(Object value, Session session) {
            return SealedColumns.GONE.equals(value) ? value : seal.seal(place, (String) value);
        }

        @Override
        public Object convertDataValueToObjectValue(Object value, Session session) {
            return SealedColumns.GONE.equals(value) ? value : seal.open(place, (String) value);
        }

        @Override
        public boolean isMutable() {
            return false;
        }

        @Override
        public void initialize(DatabaseMapping mapping, Session session) {
            // Nothing to prepare.
        }
    }
}
