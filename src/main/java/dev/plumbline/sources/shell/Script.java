package dev.plumbline.sources.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A command line as a list of statements.
 *
 * @param statements in order; whether one depends on another's success ({@code &&}, {@code ||}) is not kept
 * @param complete false where the shell would ask for more: an open quote, loop or pipe
 */
public record Script(List<Statement> statements, boolean complete) {

    public static Script parse(String line) {
        return new Parser(line).parse();
    }

    /** The statements of one line; a recursive descent without the recursion: blocks are skipped by counting. */
    private static final class Parser {

        private static final Set<String> OPENERS = Set.of("for", "while", "until", "select", "if", "case", "{");
        private static final Set<String> CLOSERS = Set.of("done", "fi", "esac", "}");
        private static final Set<String> LEADERS =
                Set.of("do", "then", "else", "elif", "!", "while", "until", "if", "{");

        private final String line;
        private final List<Token> tokens;
        private boolean complete;
        private int at;

        Parser(String line) {
            this.line = line;
            Lexer.Tokens read = Lexer.read(line);
            this.tokens = read.list();
            this.complete = !read.open();
        }

        Script parse() {
            List<Statement> statements = new ArrayList<>();
            while (at < tokens.size()) {
                Token token = tokens.get(at);
                if (token.separates() || token.isOperator(")") || token.pipes() || token.isWord("!")) {
                    at++;
                } else {
                    statements.add(statement());
                }
            }
            if (!tokens.isEmpty()) {
                Token last = tokens.getLast();
                complete &= !last.pipes() && !last.isOperator("&&") && !last.isOperator("||");
            }
            return new Script(List.copyOf(statements), complete);
        }

        private Statement statement() {
            Token first = tokens.get(at);
            if (first.isWord("for")) {
                return loop();
            }
            if (first.isOperator("(") || first.kind() == Token.Kind.WORD && OPENERS.contains(first.text())) {
                at = blockEnd();
                filters();
                return new Statement.Block(first.text());
            }
            return new Statement.Pipe(stages());
        }

        private List<Simple> stages() {
            List<Simple> stages = new ArrayList<>();
            stages.add(simple());
            stages.addAll(filters());
            return List.copyOf(stages);
        }

        /** The stages behind pipes, and redirections of a block before them. */
        private List<Simple> filters() {
            List<Simple> stages = new ArrayList<>();
            while (at < tokens.size() && !tokens.get(at).separates()) {
                Token token = tokens.get(at);
                if (!token.pipes()) {
                    Simple rest = simple();
                    if (rest.toFile()) {
                        stages.add(new Simple(List.of("cat"), List.of(), true));
                    }
                    continue;
                }
                at++;
                while (at < tokens.size() && tokens.get(at).isOperator("\n")) {
                    at++;
                }
                if (at < tokens.size() && OPENERS.contains(tokens.get(at).text())) {
                    stages.add(new Simple(List.of(tokens.get(at).text()), List.of(), false));
                    at = blockEnd();
                } else {
                    stages.add(simple());
                }
            }
            return stages;
        }

        private Simple simple() {
            List<String> words = new ArrayList<>();
            List<Integer> unsure = new ArrayList<>();
            boolean toFile = false;
            int start = at;
            while (at < tokens.size()
                    && !tokens.get(at).separates()
                    && !tokens.get(at).pipes()) {
                Token token = tokens.get(at++);
                if (token.kind() == Token.Kind.REDIRECTION) {
                    toFile |= redirect(token);
                } else if (token.kind() == Token.Kind.WORD) {
                    if (words.isEmpty() && isAssignment(token)) {
                        continue;
                    }
                    if (!token.literal()) {
                        unsure.add(words.size());
                    }
                    words.add(token.text());
                }
            }
            if (at == start) {
                at++;
            }
            return new Simple(words, unsure, toFile);
        }

        /** Takes the target word; true where standard output leaves the terminal. */
        private boolean redirect(Token sign) {
            String target = at < tokens.size() && tokens.get(at).kind() == Token.Kind.WORD
                    ? tokens.get(at++).text()
                    : "";
            String text = sign.text();
            if (text.indexOf('>') < 0 || text.startsWith("<")) {
                return false;
            }
            char first = text.charAt(0);
            boolean standardOutput = !Character.isDigit(first) || first == '1';
            boolean duplicate = text.endsWith(">&") && (target.equals("1") || target.equals("2"));
            return standardOutput && !duplicate && !target.equals("/dev/tty") && !target.equals("/dev/stdout");
        }

        private boolean isAssignment(Token token) {
            int equals = token.text().indexOf('=');
            if (equals <= 0 || line.charAt(token.from()) == '\'' || line.charAt(token.from()) == '"') {
                return false;
            }
            return token.text().substring(0, equals).chars().allMatch(c -> c == '_' || Character.isLetterOrDigit(c))
                    && !Character.isDigit(token.text().charAt(0));
        }

        private Statement loop() {
            int start = at;
            int end = blockEnd();
            at = start + 1;
            if (at >= end || tokens.get(at).kind() != Token.Kind.WORD) {
                at = end;
                filters();
                return new Statement.Block("for");
            }
            String variable = tokens.get(at++).text();
            List<String> words = new ArrayList<>();
            boolean literal = at < end && tokens.get(at).isWord("in");
            for (at++; at < end && !tokens.get(at).separates(); at++) {
                literal &= tokens.get(at).kind() == Token.Kind.WORD
                        && tokens.get(at).literal();
                words.addAll(BraceRange.expand(tokens.get(at).text()));
            }
            while (at < end && !tokens.get(at).isWord("do")) {
                at++;
            }
            int bodyFrom = at < end ? tokens.get(at).to() : line.length();
            boolean closed = end > start && tokens.get(end - 1).isWord("done");
            int bodyTo = closed ? tokens.get(end - 1).from() : line.length();
            at = end;
            literal &= words.stream().allMatch(Parser::isPlain);
            return new Statement.Loop(
                    variable,
                    List.copyOf(words),
                    literal,
                    line.substring(Math.min(bodyFrom, bodyTo), bodyTo),
                    filters());
        }

        private static boolean isPlain(String word) {
            return !word.isEmpty()
                    && word.chars().allMatch(c -> Character.isLetterOrDigit(c) || "._:/@-+".indexOf(c) >= 0);
        }

        /** The token behind the block that starts here. */
        private int blockEnd() {
            int depth = 0;
            boolean commandPosition = true;
            for (int i = at; i < tokens.size(); i++) {
                Token token = tokens.get(i);
                if (token.isOperator("(")) {
                    depth++;
                } else if (token.isOperator(")")) {
                    depth = Math.max(0, depth - 1);
                    if (depth == 0) {
                        return i + 1;
                    }
                } else if (commandPosition && token.kind() == Token.Kind.WORD) {
                    if (OPENERS.contains(token.text())) {
                        depth++;
                    } else if (CLOSERS.contains(token.text()) && --depth <= 0) {
                        return i + 1;
                    }
                }
                commandPosition = token.separates()
                        || token.pipes()
                        || token.isOperator("(")
                        || token.kind() == Token.Kind.WORD && LEADERS.contains(token.text());
            }
            complete = false;
            return tokens.size();
        }
    }
}
