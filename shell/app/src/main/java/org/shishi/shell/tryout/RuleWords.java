package org.shishi.shell.tryout;

import java.util.Set;
import org.shishi.api.rule.RuleCatalogue;
import org.shishi.api.rule.RuleInfo;
import org.shishi.kit.text.Messages;
import org.shishi.shell.input.InputWords;

/** What a rule, its inputs, options and results are called: in its owner's words, else by its English name. */
public record RuleWords(RuleCatalogue rules, RuleInfo rule) implements InputWords {

    /** Inputs of these names cannot have words of one rule: those are what the rule says of itself. */
    private static final Set<String> OF_THE_RULE = Set.of("text", "where", "quote");

    public String title() {
        return word("rule." + rule.id(), rule.name());
    }

    /** What it says; null: nobody wrote it down. */
    public String text() {
        return word("rule." + rule.id() + ".text", null);
    }

    /** Where it is written: in its owner's words, else as the code has it. */
    public String where() {
        return word("rule." + rule.id() + ".where", rule.source());
    }

    /** What is written there; null: nothing that could be quoted. */
    public String quote() {
        return word("rule." + rule.id() + ".quote", null);
    }

    @Override
    public String label(String name) {
        String general = word("input." + name, name);
        return OF_THE_RULE.contains(name) ? general : word("rule." + rule.id() + "." + name, general);
    }

    @Override
    public String hint(String name) {
        return word("rule." + rule.id() + "." + name + ".hint", word("input." + name + ".hint", null));
    }

    @Override
    public String option(String words, String option) {
        return word(words + "." + option, option);
    }

    String parameter(String name) {
        return word("parameter." + name, name);
    }

    private String word(String key, String otherwise) {
        return rules.word(rule.id(), rule.year(), key)
                .map(text -> text.in(Messages.locale()))
                .orElse(otherwise);
    }
}
