package dev.plumbline.sources.transcript;

import dev.plumbline.evidence.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Other markups' marks around code, as Markdown's fences: Jira's {@code {code}}, forums' {@code [code]}, HTML's pre. */
final class Markup {

    private static final Pattern JIRA = Pattern.compile(
            "\\s{0,12}(?:h\\d\\. )?(\\{(?:code|noformat)(?::[^}]{0,200})?\\})\\s*");
    private static final Pattern OPENS = Pattern.compile(
            "(?i)\\s{0,12}(?:\\[(?:code|pre|spoiler)(?:=[^\\]]{0,80})?\\]"
                    + "|<(?:pre|code)(?: [^>]{0,200})?>)\\s*");
    private static final Pattern CLOSES = Pattern.compile(
            "(?i)\\s{0,12}(?:\\[/(?:code|pre|spoiler)\\]|</(?:pre|code)>)\\s*");
    private static final String FENCE = "```";

    private Markup() {}

    /** The same lines where the marks are not in pairs, or Markdown's own are there. */
    static List<Line> fenced(List<Line> lines) {
        List<Line> out = new ArrayList<>(lines.size());
        boolean open = false;
        boolean any = false;
        for (Line line : lines) {
            String text = line.text().length() > 300 ? "" : line.text();
            Matcher jira = JIRA.matcher(text);
            boolean opens = OPENS.matcher(text).matches() || jira.matches() && !open;
            boolean closes = CLOSES.matcher(text).matches() || jira.matches() && open;
            boolean markdown = text.stripLeading().startsWith(FENCE) || text.stripLeading().startsWith("~~~");
            if (markdown || opens && open || closes && !open) {
                return lines;
            }
            open = opens || open && !closes;
            any |= opens;
            out.add(opens || closes ? new Line(line.number(), FENCE) : line);
        }
        return any && !open ? out : lines;
    }
}
