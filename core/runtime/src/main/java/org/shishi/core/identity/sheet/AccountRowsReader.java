package org.shishi.core.identity.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.shishi.core.sheet.ReadLimits;
import org.shishi.core.sheet.SheetFault;
import org.shishi.core.sheet.TableRows;
import org.shishi.core.sheet.XlsxBook;

/** Reads the cells of a sheet of accounts: no more than it may have, and nothing is left on the disk. */
final class AccountRowsReader {

    static final int MOST_ROWS = 5_000;
    private static final long MOST_BYTES = 20L << 20;

    /** @param number as the sheet shows it */
    record Cells(int number, List<String> texts) {

        String at(SheetColumn column) {
            return texts.get(column.ordinal());
        }
    }

    private AccountRowsReader() {}

    static List<Cells> read(InputStream xlsx) {
        try {
            Path folder = Files.createTempDirectory("shishi-accounts");
            try {
                Path file = folder.resolve("sheet.xlsx");
                copy(xlsx, file);
                try (XlsxBook book = new XlsxBook(file, folder, ReadLimits.DEFAULT)) {
                    return rows(book);
                }
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Cells> rows(XlsxBook book) throws IOException {
        List<Cells> cells = new ArrayList<>();
        TableRows.read(book, SheetColumn.labels(), MOST_ROWS, row -> cells.add(new Cells(row.number(), row.texts())));
        return cells;
    }

    private static void copy(InputStream content, Path target) throws IOException {
        try (OutputStream out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > MOST_BYTES) {
                    throw SheetFault.TOO_LARGE.refusal();
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
