package org.shishi.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/** Reads the configuration file of a home. A key that nobody knows is a slip of the pen and refused. */
final class SettingsFile {

    private SettingsFile() {}

    static Map<Setting, String> read(Path file) {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (NoSuchFileException e) {
            return Map.of();
        } catch (CharacterCodingException e) {
            throw new Refusal("The file " + file + " is not encoded in UTF-8.");
        } catch (IllegalArgumentException e) {
            throw new Refusal("The file " + file + " holds a backslash sequence that cannot be read: " + e.getMessage()
                    + " (write \\\\ for one backslash).");
        } catch (IOException e) {
            throw new Refusal("The file " + file + " cannot be read: " + Reason.of(e) + ".");
        }
        Map<Setting, String> found = new EnumMap<>(Setting.class);
        for (String key : lines.stringPropertyNames()) {
            Setting setting = Setting.ofKey(key)
                    .orElseThrow(() -> new Refusal(
                            "The key " + key + " in " + file + " is unknown; there are " + Setting.allKeys() + "."));
            String text = lines.getProperty(key).strip();
            if (!text.isEmpty()) {
                found.put(setting, text);
            }
        }
        return found;
    }
}
