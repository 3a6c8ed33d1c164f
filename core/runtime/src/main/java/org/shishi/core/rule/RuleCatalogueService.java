package org.shishi.core.rule;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shishi.api.organisation.District;
import org.shishi.api.platform.CoreTexts;
import org.shishi.api.rule.Outcome;
import org.shishi.api.rule.RuleCatalogue;
import org.shishi.api.rule.RuleInfo;
import org.shishi.api.rule.Violation;
import org.shishi.api.text.Text;
import org.shishi.api.text.Texts;
import org.shishi.core.calendar.CalendarStore;

/** The rules of the core from the start, those of programmes as they come and go. */
@Component(service = {RuleCatalogue.class, RuleRegistry.class})
public final class RuleCatalogueService implements RuleCatalogue, RuleRegistry {

    private static final Offer.Key CORE = new Offer.Key("core", null);
    private static final Comparator<RuleInfo> BY_ID_AND_YEAR = Comparator.comparing(RuleInfo::id, new NaturalOrder())
            .thenComparing(RuleInfo::year, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final CalendarStore calendars;
    private final CoreTexts coreTexts;
    /** Replaced as a whole, never changed: readers need no lock. */
    private volatile Map<Offer.Key, Offer> offers = Map.of();
    /** Ids of the rules that left with their programmes. */
    private final Map<Offer.Key, Set<String>> left = new ConcurrentHashMap<>();

    @Activate
    public RuleCatalogueService(
            @Reference CalendarStore calendars,
            @Reference CoreParameters coreParameters,
            @Reference CoreTexts coreTexts) {
        this.calendars = calendars;
        this.coreTexts = coreTexts;
        add(CORE, Offer.of(CoreRules.CLASSES, coreParameters::value, coreTexts));
    }

    @Override
    public List<RuleInfo> rules() {
        return offers.entrySet().stream()
                .flatMap(offer -> offer.getValue().rules().values().stream()
                        .map(rule ->
                                rule.info(offer.getKey().owner(), offer.getKey().year())))
                .sorted(BY_ID_AND_YEAR)
                .toList();
    }

    @Override
    public Optional<Outcome<Map<String, Object>>> call(
            String ruleId, Integer year, Map<String, Object> inputs, Map<String, Object> parameters) {
        return offering(ruleId, year).map(offer -> offer.rules()
                .get(ruleId)
                .call(orEmpty(inputs), orEmpty(parameters), offer.parameters(), year, calendars.snapshot()));
    }

    @Override
    public Optional<String> leftWith(String ruleId, Integer year) {
        return left.entrySet().stream()
                .filter(offer -> Objects.equals(offer.getKey().year(), year)
                        && offer.getValue().contains(ruleId))
                .map(offer -> offer.getKey().owner())
                .findFirst();
    }

    @Override
    public Text message(String ruleId, Integer year, Violation violation) {
        return coreTexts.message(
                violation, offering(ruleId, year).map(Offer::texts).orElse(null));
    }

    @Override
    public Optional<Text> word(String ruleId, Integer year, String key) {
        return offering(ruleId, year)
                .flatMap(offer -> offer.texts().has(key)
                        ? Optional.of(offer.texts().get(key))
                        : district(key)
                                .or(() -> coreTexts.has(key) ? Optional.of(coreTexts.get(key)) : Optional.empty()));
    }

    /** Districts carry their names themselves. */
    private static Optional<Text> district(String key) {
        return Arrays.stream(District.values())
                .filter(each -> key.equals("District." + each.code()))
                .map(District::title)
                .findFirst();
    }

    @Override
    public Optional<Object> parameter(String ruleId, Integer year, String name) {
        return offering(ruleId, year)
                .filter(offer -> offer.rules().get(ruleId).parameters().contains(name))
                .map(offer -> offer.parameters().apply(name));
    }

    @Override
    public void add(
            String owner,
            Integer year,
            Collection<Class<?>> ruleClasses,
            Function<String, Object> parameters,
            Texts texts) {
        add(new Offer.Key(owner, year), Offer.of(ruleClasses, parameters, texts));
    }

    @Override
    public List<String> misfits(String owner, Integer year, String parameter, Object value) {
        Offer offer = offers.get(new Offer.Key(owner, year));
        return offer == null
                ? List.of()
                : offer.rules().values().stream()
                        .filter(rule -> !rule.takes(parameter, value))
                        .map(BoundRule::id)
                        .sorted(new NaturalOrder())
                        .toList();
    }

    private synchronized void add(Offer.Key key, Offer offer) {
        for (String ruleId : offer.rules().keySet()) {
            offers.forEach((other, theirs) -> {
                boolean sameYear = other.year() == null || other.year().equals(key.year());
                if (sameYear && !other.equals(key) && theirs.rules().containsKey(ruleId)) {
                    throw new IllegalArgumentException("rule " + ruleId + " belongs to " + other.owner());
                }
            });
        }
        left.remove(key);
        Map<Offer.Key, Offer> next = new HashMap<>(offers);
        next.put(key, offer);
        offers = Map.copyOf(next);
    }

    @Override
    public synchronized void remove(String owner, Integer year) {
        Map<Offer.Key, Offer> next = new HashMap<>(offers);
        Offer gone = next.remove(new Offer.Key(owner, year));
        if (gone != null) {
            left.put(new Offer.Key(owner, year), Set.copyOf(gone.rules().keySet()));
        }
        offers = Map.copyOf(next);
    }

    /** The core's rules answer whatever year is asked for: they are of none. */
    private Optional<Offer> offering(String ruleId, Integer year) {
        return offers.entrySet().stream()
                .filter(offer ->
                        offer.getKey().year() == null || offer.getKey().year().equals(year))
                .map(Map.Entry::getValue)
                .filter(offer -> offer.rules().containsKey(ruleId))
                .findFirst();
    }

    private static Map<String, ?> orEmpty(Map<String, ?> values) {
        return values == null ? Map.of() : values;
    }
}
