package dev.plumbline.systems.osnetconfig.schema;

import static dev.plumbline.systems.osnetconfig.schema.Rule.here;
import static dev.plumbline.systems.osnetconfig.schema.Rule.oneOf;

import java.util.List;
import java.util.Map;

/**
 * The forms that values take. Each may be left to Heat instead ({@code get_param}), which os-net-config's code then
 * stumbles over.
 */
final class Forms {

    /** Dots match any character there: 192x0y2z1 is an address to it. */
    private static final String IPV4 =
            "((25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?).){3}(25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)";

    private static final String IPV6 = ipv6();

    private static final Rule.Branch PARAM =
            oneOf(here(reference("get_param")), here(reference("get_input"))).named("param");

    static final Rule TEXT = orParam(Rule.type("string"));
    static final Rule INTEGER = orParam(Rule.type("integer"));
    /** The words of oslo's bool_from_string. */
    static final Rule BOOLEAN = oneOf(
            here(Rule.type("boolean")),
            here(Rule.text("^(" + anyCase("1|t|true|on|y|yes|0|f|false|off|n|no") + ")$")),
            PARAM);

    static final Rule INTEGER_OR_TEXT = oneOf(here(Rule.type("integer")), here(Rule.type("string")), PARAM);
    static final Rule TEXTS = orParam(Rule.list(TEXT));
    static final Rule TEXT_OR_TEXTS = oneOf(here(Rule.type("string")), here(Rule.list(TEXT)), PARAM);

    static final Rule ADDRESS = oneOf(
            oneOf(
                            Rule.text("^" + IPV4 + "$").named("ipv4_address_string"),
                            Rule.text("^" + IPV6 + "$").named("ipv6_address_string"))
                    .named("ip_address_string"),
            PARAM);

    static final Rule ADDRESSES = orParam(Rule.list(ADDRESS));

    /** The third branch joins an address and a prefix length that are left to Heat. */
    static final Rule CIDR = oneOf(
            oneOf(
                            Rule.text("^" + IPV4 + "/(3[0-2]|[1-2][0-9]|[0-9])$")
                                    .named("ipv4_cidr_string"),
                            Rule.text("^" + IPV6 + "/(12[0-8]|1[0-1][0-9]|[1-9][0-9]|[0-9])$")
                                    .named("ipv6_cidr_string"))
                    .named("ip_cidr_string"),
            PARAM,
            here(Rule.object(Map.of("list_join", Rule.type("array")), List.of("list_join"))));

    private Forms() {}

    /** One of these words. */
    static Rule words(String... words) {
        return orParam(Rule.text("^(" + String.join("|", words) + ")$"));
    }

    private static String anyCase(String words) {
        StringBuilder regex = new StringBuilder();
        for (char c : words.toCharArray()) {
            regex.append(Character.isLetter(c) ? "[" + c + Character.toUpperCase(c) + "]" : String.valueOf(c));
        }
        return regex.toString();
    }

    private static Rule orParam(Rule rule) {
        return oneOf(here(rule), PARAM);
    }

    private static Rule reference(String key) {
        return Rule.object(Map.of(key, Rule.of()), List.of(key));
    }

    /** Groups before and after the double colon; no IPv4 at the end, no zone. */
    private static String ipv6() {
        String group = "[0-9a-fA-F]{1,4}";
        StringBuilder forms = new StringBuilder("((" + group + ":){7,7}" + group);
        forms.append("|(" + group + ":){1,7}:");
        forms.append("|(" + group + ":){1,6}:" + group);
        for (int before = 5; before > 1; before--) {
            forms.append("|(" + group + ":){1," + before + "}(:" + group + "){1," + (7 - before) + "}");
        }
        forms.append("|" + group + ":((:" + group + "){1,6})");
        return forms.append("|:((:" + group + "){1,7}|:))").toString();
    }
}
