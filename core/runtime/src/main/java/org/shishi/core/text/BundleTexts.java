package org.shishi.core.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Texts of one owner from its two UTF-8 properties files, read once, filled by {@link Placeholders}. Immutable but for the
 * note of what was missed.
 */
public final class BundleTexts implements Texts {

    private static final Logger LOG = LoggerFactory.getLogger(BundleTexts.class);

    private final String owner;
    private final Map<String, String> zh;
    private final Map<String, String> en;
    private final Set<String> missed = ConcurrentHashMap.newKeySet();

    private BundleTexts(String owner, Function<String, URL> resources, String base) {
        this.owner = owner;
        this.zh = read(owner, resources, base + "_zh.properties");
        this.en = read(owner, resources, base + "_en.properties");
    }

    /** @param base path and begin of the name, for example {@code messages} for {@code messages_zh.properties} */
    public static BundleTexts of(ClassLoader loader, String base) {
        return new BundleTexts(base, loader::getResource, base);
    }

    /** Looks into the bundle itself, whether or not it could be resolved to load classes. */
    public static BundleTexts of(Bundle bundle, String base) {
        return new BundleTexts(bundle.getSymbolicName(), bundle::getEntry, base);
    }

    @Override
    public Text get(String key, Object... args) {
        String inZh = zh.get(key);
        String inEn = en.get(key);
        if ((inZh == null || inEn == null) && missed.add(key)) {
            LOG.warn("{} has no text for '{}' in {}", owner, key, inZh == null ? "zh" : "en");
        }
        return Placeholders.fill(new Text(first(inZh, inEn, key), first(inEn, inZh, key)), args, this);
    }

    @Override
    public boolean has(String key) {
        return zh.containsKey(key) && en.containsKey(key);
    }

    @Override
    public Set<String> keys() {
        return zh.keySet().stream().filter(en::containsKey).collect(Collectors.toUnmodifiableSet());
    }

    private static String first(String wanted, String other, String key) {
        if (wanted != null) {
            return wanted;
        }
        return other != null ? other : key;
    }

    private static Map<String, String> read(String owner, Function<String, URL> resources, String name) {
        URL file = resources.apply(name);
        if (file == null) {
            LOG.warn("{} has no {}", owner, name);
            return Map.of();
        }
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(owner + ": " + name + " cannot be read", e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), properties::getProperty));
    }
}
