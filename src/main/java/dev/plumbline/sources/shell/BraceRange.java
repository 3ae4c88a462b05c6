package dev.plumbline.sources.shell;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** {@code controller-{0..2}}: the one expansion that needs no shell to know. */
final class BraceRange {

    private static final Pattern RANGE = Pattern.compile("([^{}]*+)\\{(\\d{1,4})\\.\\.(\\d{1,4})\\}([^{}]*+)");
    private static final int MOST = 200;

    private BraceRange() {}

    static List<String> expand(String word) {
        Matcher matcher = RANGE.matcher(word);
        if (!matcher.matches()) {
            return List.of(word);
        }
        int from = Integer.parseInt(matcher.group(2));
        int to = Integer.parseInt(matcher.group(3));
        boolean padded = matcher.group(2).length() > 1 && matcher.group(2).startsWith("0");
        if (padded || to < from || to - from > MOST) {
            return List.of(word);
        }
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> matcher.group(1) + number + matcher.group(4))
                .toList();
    }
}
