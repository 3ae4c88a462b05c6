package dev.plumbline.systems.osnetconfig.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A schema: the keywords that a value must satisfy, each judged by itself, as JSON Schema has it. */
record Rule(List<Keyword> keywords) {

    /** A keyword says nothing of values of a type that it is not made for. */
    sealed interface Keyword {

        /** One of these types. */
        record Type(List<String> names) implements Keyword {}

        /** One of these texts. */
        record Enum(List<String> words) implements Keyword {}

        /** A text in which this is found. */
        record Matches(Pattern pattern) implements Keyword {}

        /** Each of these keys that is there has a value of its rule. */
        record Properties(Map<String, Rule> rules) implements Keyword {}

        /** No keys besides these. */
        record Closed(Map<String, Rule> known) implements Keyword {}

        /** All of these keys. */
        record Required(List<String> keys) implements Keyword {}

        /** None of these keys. */
        record Without(List<String> keys) implements Keyword {}

        record Items(Rule rule) implements Keyword {}

        record MinItems(int count) implements Keyword {}

        record MaxItems(int count) implements Keyword {}

        record OneOf(List<Branch> branches) implements Keyword {}

        record AllOf(List<Rule> rules) implements Keyword {}
    }

    /** @param name of the definition it refers to; empty where the rule stands there itself, which is shown by number */
    record Branch(String name, Rule rule) {}

    static Rule of(Keyword... keywords) {
        return new Rule(List.of(keywords));
    }

    static Rule type(String... names) {
        return of(new Keyword.Type(List.of(names)));
    }

    /** A text that matches, by Python's rules: a line break ends no line but at the end. */
    static Rule text(String regex) {
        return type("string").and(new Keyword.Matches(Pattern.compile(regex, Pattern.UNIX_LINES)));
    }

    static Rule list(Rule item) {
        return type("array").and(new Keyword.Items(item));
    }

    /** An object with these keys and no others. */
    static Rule object(Map<String, Rule> properties, List<String> required) {
        return type("object")
                .and(new Keyword.Properties(properties))
                .and(new Keyword.Required(required))
                .and(new Keyword.Closed(properties));
    }

    static Rule oneOf(Branch... branches) {
        return of(new Keyword.OneOf(List.of(branches)));
    }

    static Branch here(Rule rule) {
        return new Branch("", rule);
    }

    Branch named(String name) {
        return new Branch(name, this);
    }

    Rule and(Keyword keyword) {
        List<Keyword> all = new ArrayList<>(keywords);
        all.add(keyword);
        return new Rule(List.copyOf(all));
    }

    /** Of any of these rules. */
    static Rule oneOf(Stream<Branch> branches) {
        return of(new Keyword.OneOf(branches.toList()));
    }
}
