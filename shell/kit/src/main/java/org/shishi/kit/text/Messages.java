package org.shishi.kit.text;

import com.vaadin.flow.component.UI;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The texts of a user interface bundle, from two UTF-8 files beside a class of it: {@code <base>_zh.properties} and
 * {@code <base>_en.properties}. Read once; thread-safe.
 */
public final class Messages implements Texts {

    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");

    private final String owner;
    private final Properties zh;
    private final Properties en;
    private final Set<String> missed = ConcurrentHashMap.newKeySet();

    private Messages(Class<?> anchor, String base) {
        owner = anchor.getPackageName() + "/" + base;
        zh = read(anchor, base + "_zh.properties");
        en = read(anchor, base + "_en.properties");
    }

    /** @param anchor a class in whose package the files lie */
    public static Messages beside(Class<?> anchor, String base) {
        return new Messages(anchor, base);
    }

    /** The language of the page at hand; Chinese outside of one. */
    public static Locale locale() {
        UI ui = UI.getCurrent();
        return ui == null ? Locale.SIMPLIFIED_CHINESE : ui.getLocale();
    }

    /** The wording in the language of the page at hand. */
    public String here(String key, Object... args) {
        return get(key, args).in(locale());
    }

    @Override
    public Text get(String key, Object... args) {
        if (!has(key) && missed.add(key)) {
            LOG.warn("{} lacks the text '{}'", owner, key);
        }
        String chinese = zh.getProperty(key, key);
        return new Text(
                fill(chinese, args, Locale.SIMPLIFIED_CHINESE),
                fill(en.getProperty(key, chinese), args, Locale.ENGLISH));
    }

    @Override
    public boolean has(String key) {
        return zh.containsKey(key) && en.containsKey(key);
    }

    private static String fill(String pattern, Object[] args, Locale language) {
        return PLACEHOLDER.matcher(pattern).replaceAll(match -> {
            int index = Integer.parseInt(match.group(1));
            return index >= args.length ? "" : Matcher.quoteReplacement(word(args[index], language));
        });
    }

    private static String word(Object arg, Locale language) {
        return arg instanceof Text text ? text.in(language) : String.valueOf(arg);
    }

    private static Properties read(Class<?> anchor, String file) {
        Properties texts = new Properties();
        try (InputStream bytes = anchor.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalStateException(anchor.getPackageName() + " has no " + file);
            }
            texts.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
