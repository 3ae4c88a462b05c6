package dev.plumbline.cli;

import dev.plumbline.answers.NearNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All commands, in the order of help. One more command is one more line here. */
record Commands(List<CliCommand> all) {

    static Commands of(Parts parts) {
        List<CliCommand> all = new ArrayList<>();
        all.add(new MapCommand(parts.pages()));
        all.add(new TraceCommand());
        all.add(new ReachCommand());
        all.add(new CheckCommand());
        all.add(new NeedsCommand());
        parts.proofread().ifPresent(face -> all.add(new ProofreadCommand(face)));
        all.add(new DiffCommand());
        all.add(new PlanCommand(parts.pages()));
        all.add(new NicsCommand());
        all.add(new LabCommand());
        all.add(new SourcesCommand());
        all.add(new ExplainCommand(parts.pages()));
        return new Commands(List.copyOf(all));
    }

    Optional<CliCommand> named(String name) {
        return all.stream().filter(command -> command.name().equals(name)).findFirst();
    }

    List<String> near(String name) {
        return NearNames.of(name, all.stream().map(CliCommand::name).toList());
    }

    /** Written by hand: it is what a person meets first, and must not wait for a library to load. */
    String help() {
        StringBuilder help = new StringBuilder("""
                Plumbline follows every NIC of a virtual machine down to the wire, and proves every hop.

                Usage: plumbline COMMAND [OPTION]... [SOURCE|TARGET]...
                """);
        int width =
                all.stream().mapToInt(command -> command.name().length()).max().orElse(0);
        for (CliCommand.Group group : CliCommand.Group.values()) {
            help.append('\n').append(group.title()).append(":\n");
            for (CliCommand command : all) {
                if (command.group() == group) {
                    help.append("  ").append(command.name());
                    help.repeat(' ', width - command.name().length() + 3)
                            .append(command.summary())
                            .append('\n');
                }
            }
        }
        return help.append("""

                Sources:  a file, folder or archive by name or by -f; - is standard input; plan:PATH is a plan
                Targets:  vm/NAME  NAME  NAME/NIC  NIC  vm/NAME:NIC  pod/NAME  node/NAME[:DEVICE]  net/NAME  MAC  IP
                Common:   -f SOURCE  -n NAMESPACE  -A  -l SELECTOR  -o FORM  -q  --color WHEN  --no-headers
                          --require proven  --scope LINES=PLACE

                Examples:
                  plumbline map session.txt
                  plumbline trace controller-0/nic5 session.txt
                  plumbline sources session.txt

                Exit codes: 0 fine, 1 found, 2 usage, 3 incomplete, 4 source unreachable, 5 internal error
                plumbline COMMAND --help tells more; plumbline --version
                """).toString();
    }
}
