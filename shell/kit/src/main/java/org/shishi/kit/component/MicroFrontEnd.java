package org.shishi.kit.component;

import static org.shishi.kit.KitTexts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.shared.Registration;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.shishi.api.text.Texts;
import org.shishi.kit.text.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A part of a page that a programme writes for the browser itself: one JavaScript module in its jar, whose default export
 * is the class of the element. It is loaded when the first page with it opens, and answered with 404 once the programme has
 * left. Nobody writes a version: address and element name come from the bundle, see {@link BrowserModules}.
 *
 * <pre>{@code
 * final class Dial extends MicroFrontEnd {                  // src/main/resources/web/dial.js, and dial.css if wanted
 *     Dial(Texts texts, Consumer<Turned> turned) {
 *         super("dial");
 *         words(texts, "dial.title");
 *         set("level", 7);
 *         on("turned", Turned.class, turned::accept);
 *     }
 *     record Turned(int to) {}
 * }
 *
 * export default class extends HTMLElement {                // dial.js
 *   static styles;                                          // dial.css, given before the first element is made
 *   root = this.attachShadow({mode: "open"});
 *   set words(words) { this.title = words["dial.title"]; }
 *   set level(level) { this.root.textContent = level; }
 *   connectedCallback() {
 *     this.root.adoptedStyleSheets = [this.constructor.styles];
 *     this.onclick = () => this.dispatchEvent(new CustomEvent("turned", {detail: {to: 8}}));
 *   }
 * }
 * }</pre>
 *
 * The module defines no element and names none. It reaches files beside it by relative paths ({@code import "./part.js"},
 * {@code new URL("logo.svg", import.meta.url)}), so these carry the version, too. Its properties may be set before or after
 * it is connected, in any order, and again at any time. It takes colours and sizes from the shell's custom properties
 * ({@code --shishi-ink} …), which go through a shadow root and follow dark mode.
 */
@Tag("div")
public abstract class MicroFrontEnd extends Component {

    private static final Logger LOG = LoggerFactory.getLogger(MicroFrontEnd.class);

    /**
     * Defines the element once per page. What was set on elements before their class was known stands on them as plain
     * values: it is taken away and given again, now through the class' own setters.
     */
    private static final String LOAD =
            """
            const [tag, module, styles] = [$0, $1, $2];
            return (async () => {
              const type = (await import(new URL(module, document.baseURI).href)).default;
              if (customElements.get(tag)) return;
              if (!(type?.prototype instanceof HTMLElement)) throw new Error('its default export is no element class');
              if (styles) {
                const css = await fetch(new URL(styles, document.baseURI));
                if (!css.ok) throw new Error(styles + ': ' + css.status);
                const sheet = new CSSStyleSheet({baseURL: css.url});
                await sheet.replace(await css.text());
                type.styles = sheet;
              }
              if (customElements.get(tag)) return;
              const waiting = [...document.getElementsByTagName(tag)].map(element => [element, {...element}]);
              waiting.forEach(([element, given]) => Object.keys(given).forEach(key => delete element[key]));
              customElements.define(tag, type);
              waiting.forEach(([element, given]) => Object.assign(element, given));
            })();
            """;

    /** A component, so that what Flow hangs on components (uploads) can hang on the element. */
    private static final class Versioned extends Component {
        private static final long serialVersionUID = 1L;

        Versioned(String tag) {
            super(new Element(tag));
        }
    }

    private final String module;
    private final String script;
    private final String styles;
    private final Element inner;
    private final Element notice = new Element("p");

    /**
     * @param module name of the file {@code web/<module>.js} in the jar of the class that extends this one: lower-case
     *     letters, digits and dashes; {@code web/<module>.css} goes with it if there is one
     * @throws IllegalStateException no such file, or the class comes from no bundle
     */
    protected MicroFrontEnd(String module) {
        this(module, FrameworkUtil::getBundle);
    }

    MicroFrontEnd(String module, Function<Class<?>, Bundle> home) {
        if (!module.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "\"" + module + "\" is no name for a browser module: lower-case letters, digits, dashes");
        }
        this.module = module;
        Bundle bundle = home.apply(getClass());
        if (bundle == null) {
            throw new IllegalStateException(
                    getClass().getName() + " comes from no bundle, so nothing serves its module");
        }
        script = BrowserModules.address(bundle, module + ".js")
                .orElseThrow(() -> new IllegalStateException(bundle.getSymbolicName() + " has no web/" + module
                        + ".js; put it into src/main/resources/web/"));
        styles = BrowserModules.address(bundle, module + ".css").orElse(null);
        inner = new Versioned(BrowserModules.tag(bundle, module)).getElement();
        notice.setAttribute("role", "status");
        notice.setText(t("module.loading"));
        getElement().appendChild(inner, notice);
    }

    /** Sets a property of the element; at any time, also before it is loaded. */
    protected final void set(String property, Object value) {
        inner.setPropertyJson(property, JacksonUtils.writeValue(value));
    }

    /** Sets the property {@code words}: the wordings of these keys in the language of the page; {@code {0}} … stay. */
    protected final void words(Texts texts, String... keys) {
        set("words", Arrays.stream(keys).collect(Collectors.toMap(Function.identity(), key -> texts.get(
                        key, "{0}", "{1}", "{2}")
                .in(Messages.locale()))));
    }

    /**
     * Hears of an event that the element dispatches.
     *
     * @param detail what the event's {@code detail} is read as: a record, a {@code String}, a {@code Map} …
     */
    protected final <E> Registration on(String event, Class<E> detail, SerializableConsumer<E> heard) {
        return inner.addEventListener(event, e -> heard.accept(e.getEventDetail(detail)))
                .addEventDetail();
    }

    /** The element itself, for what Flow can do with any: attributes with upload handlers, calls of its methods. */
    protected final Element element() {
        return inner;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        inner.executeJs(LOAD, inner.getTag(), script, styles).then(done -> notice.removeFromParent(), this::failed);
    }

    /** The page stays; instead of the part it says what to do. */
    private void failed(String reason) {
        LOG.warn(
                "The browser module {} of {} was not loaded: {}",
                module,
                getClass().getName(),
                reason);
        notice.setAttribute("role", "alert");
        notice.setText(t("module.failed"));
        if (notice.getParent() == null) {
            getElement().appendChild(notice);
        }
    }
}
