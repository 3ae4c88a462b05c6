package dev.plumbline.pastes;

import java.util.ArrayList;
import java.util.List;

/** Renders a capture as the terminal of someone who followed its NICs by hand. */
final class PasteWriter {

    private final Capture capture;
    private final Choices choices;
    private final Shown shown = new Shown();
    private final Terminal terminal;
    private final Outputs outputs;
    private final String bastion;
    private final boolean leaves;
    private final boolean project;

    private PasteWriter(Capture capture, Choices choices) {
        this.capture = capture;
        this.choices = choices;
        this.terminal = new Terminal(choices, shown, choices.chance(50));
        this.outputs = new Outputs(capture, choices);
        this.bastion = choices.of(
                "# ",
                "$ ",
                "[user@bastion ~]$ ",
                "[root@bastion ~]# ",
                "[kni@provisionhost-0-0 ~]$ ",
                "stack@jump:~$ ",
                "(overcloud) [stack@undercloud ~]$ ");
        this.leaves = choices.chance(60);
        this.project = choices.chance(20);
    }

    static Paste write(Capture capture, long seed) {
        Choices choices = new Choices(seed);
        PasteWriter writer = new PasteWriter(capture, choices);
        List<List<String>> sections = writer.sections();
        return new Paste(capture.name(), seed, Disguise.of(sections, choices), writer.shown);
    }

    private List<List<String>> sections() {
        List<Runnable> visits = new ArrayList<>();
        visits.add(this::cluster);
        capture.nodes().forEach(node -> visits.add(() -> node(node)));
        for (Truth.Vm vm : capture.truth().vms()) {
            visits.add(() -> pod(vm));
            visits.add(() -> guest(vm));
        }
        List<Runnable> order = choices.chance(60) ? choices.shuffled(visits) : visits;
        List<List<String>> sections = new ArrayList<>();
        terminal.prompt(bastion);
        if (project) {
            terminal.type("oc project openstack");
            terminal.print("Now using project \"openstack\" on server \"https://api.lab.example:6443\".");
        }
        for (Runnable visit : order) {
            if (choices.chance(92)) {
                terminal.prompt(bastion);
                visit.run();
                sections.add(terminal.take());
            }
        }
        return sections;
    }

    private void cluster() {
        for (Output output : outputs.ofCluster()) {
            if (terminal.run(output, output.command(), "", false, List.of())) {
                output.shows()
                        .forEach(what -> shown.add(
                                what.equals("pods") ? "cluster" : what, what.equals("pods") ? what : "placement"));
            }
        }
    }

    private String ns() {
        return project && choices.chance(60) ? "" : " -n openstack";
    }

    private void node(String node) {
        String scope = "node/" + node;
        List<Output> all = outputs.ofNode(node);
        switch (choices.below(6)) {
            case 0, 1 -> {
                terminal.type("oc debug node/" + node);
                terminal.print("Starting pod/" + node + "-debug ...", "To use host binaries, run `chroot /host`");
                if (choices.chance(70)) {
                    terminal.print("Pod IP: 192.168.111.21", "If you don't see a command prompt, try pressing enter.");
                }
                boolean bare = bastion.length() == 2 && choices.chance(15);
                String inner = bare ? bastion : choices.of("sh-4.4# ", "sh-5.1# ");
                terminal.prompt(inner);
                boolean chroot = choices.chance(70);
                if (chroot) {
                    terminal.type("chroot /host");
                    terminal.prompt(choices.of(inner, "sh-5.1# ", "[root@" + node + " /]# "));
                }
                all.forEach(one -> terminal.run(one, one.command(), scope, !bare, List.of()));
                if (leaves || bare) {
                    terminal.type("exit");
                    if (chroot) {
                        terminal.prompt(inner);
                        terminal.type("exit");
                    }
                    if (choices.chance(70)) {
                        terminal.print("", "Removing debug pod ...");
                    }
                }
            }
            case 2 -> {
                for (Output one : all) {
                    boolean quiet = choices.chance(30);
                    terminal.run(
                            one,
                            "oc debug " + (quiet ? "-q " : "") + "node/" + node + " -- chroot /host " + one.command(),
                            scope,
                            true,
                            quiet
                                    ? List.of()
                                    : List.of(
                                            "Starting pod/" + node + "-debug ...",
                                            "To use host binaries, run `chroot /host`"));
                    if (!quiet) {
                        terminal.print("", "Removing debug pod ...");
                    }
                }
            }
            case 3 -> {
                terminal.type("ssh core@" + node);
                if (choices.chance(40)) {
                    terminal.print("Last login: Thu May 25 11:02:13 2023 from 192.168.111.1");
                }
                terminal.prompt("[core@" + node + " ~]$ ");
                if (choices.chance(30)) {
                    terminal.type("sudo -i");
                    terminal.prompt("[root@" + node + " ~]# ");
                    all.forEach(one -> terminal.run(one, one.command(), scope, true, List.of()));
                } else {
                    all.forEach(
                            one -> terminal.run(one, choices.of("", "sudo ") + one.command(), scope, true, List.of()));
                    exit("Connection to " + node + " closed.");
                }
            }
            case 4 -> {
                terminal.prompt(
                        choices.of("[root@" + node + " ~]# ", "[core@" + node + " ~]$ ", "[root@" + node + " core]# "));
                all.forEach(one -> terminal.run(one, one.command(), scope, true, List.of()));
            }
            default ->
                all.forEach(one -> terminal.run(one, ssh("core@" + node, one.command()), scope, true, List.of()));
        }
    }

    private String ssh(String target, String command) {
        int pipe = command.indexOf('|');
        return switch (choices.below(3)) {
            case 0 -> "ssh " + target + " " + command;
            case 1 -> "ssh " + target + " '" + command + "'";
            default ->
                "ssh -q " + target + " sudo "
                        + (pipe < 0 ? command : command.substring(0, pipe) + command.substring(pipe));
        };
    }

    private void exit(String printed) {
        if (leaves) {
            terminal.type(choices.of("exit", "logout"));
            if (!printed.isEmpty() && choices.chance(70)) {
                terminal.print("logout", printed);
            }
        }
    }

    private void pod(Truth.Vm vm) {
        String scope = "pod/openstack/" + vm.pod();
        List<Output> all = outputs.ofPod(vm);
        String defaulted = "Defaulted container \"compute\" out of: compute, volumeguest-0 (init)";
        switch (choices.below(5)) {
            case 0, 1 -> {
                terminal.type("oc rsh" + ns() + " " + vm.pod());
                if (choices.chance(40)) {
                    terminal.print(defaulted);
                }
                terminal.prompt(choices.of("sh-4.4# ", "sh-5.1# ", "bash-4.4$ ", "sh-5.1$ "));
                all.forEach(one -> terminal.run(one, one.command(), scope, true, List.of()));
                exit("");
            }
            case 2 -> {
                terminal.type(choices.of("oc exec -it", "kubectl exec -ti") + ns() + " " + vm.pod() + " -c compute -- "
                        + choices.of("bash", "/bin/bash", "sh"));
                terminal.prompt(choices.of("bash-4.4$ ", "bash-5.1$ ", "[root@" + vm.name() + " /]# ", "bash-5.1# "));
                all.forEach(one -> terminal.run(one, one.command(), scope, true, List.of()));
                exit("");
            }
            default -> {
                String container = choices.of(" -c compute", "");
                for (Output one : all) {
                    terminal.run(
                            one,
                            choices.of("oc", "kubectl") + " exec" + ns() + " " + vm.pod() + container + " -- "
                                    + one.command(),
                            scope,
                            true,
                            container.isEmpty() && choices.chance(80) ? List.of(defaulted) : List.of());
                }
            }
        }
    }

    private void guest(Truth.Vm vm) {
        String scope = "guest/openstack/" + vm.name();
        List<Output> all = outputs.ofGuest(vm);
        String address = "172.22.0.12" + vm.name().charAt(vm.name().length() - 1);
        String user = "[cloud-admin@" + vm.name() + " ~]$ ";
        String root = "[root@" + vm.name() + " ~]# ";
        switch (choices.below(7)) {
            case 0 -> {
                terminal.type("virtctl ssh" + ns() + " cloud-admin@" + vm.name());
                inGuest(all, scope, user, root, "");
            }
            case 1 -> {
                terminal.type("oc rsh" + ns() + " openstackclient");
                terminal.prompt(choices.of("sh-4.4$ ", "sh-5.1$ ", "bash-5.1$ "));
                terminal.type("ssh cloud-admin@" + address);
                terminal.print("Warning: Permanently added '" + address + "' (ECDSA) to the list of known hosts.");
                inGuest(all, scope, user, root, "Connection to " + address + " closed.");
            }
            case 2 -> {
                terminal.type("virtctl console" + ns() + " " + vm.name());
                terminal.print("Successfully connected to " + vm.name() + " console. The escape sequence is ^]", "");
                terminal.print(vm.name() + " login: root", "Password: ", "Last login: Fri May 26 01:40:11 on ttyS0");
                inGuest(all, scope, root, root, "");
            }
            case 3 ->
                inGuest(
                        all,
                        scope,
                        choices.of(user, root, "root@" + vm.name() + ":~# ", "cloud-admin@" + vm.name() + ":~$ "),
                        root,
                        "");
            case 4 -> {
                terminal.type("oc rsh" + ns() + " openstackclient");
                terminal.prompt("sh-5.1$ ");
                all.forEach(
                        one -> terminal.run(one, ssh("cloud-admin@" + address, one.command()), scope, true, List.of()));
                exit("");
            }
            case 5 -> {
                terminal.prompt("[stack@undercloud ~]$ ");
                for (Output one : all) {
                    terminal.run(
                            one,
                            "ansible -i inventory.yaml " + vm.name() + " -b -m shell -a '" + one.command() + "'",
                            scope,
                            true,
                            List.of(vm.name() + " | CHANGED | rc=0 >>"));
                }
            }
            default -> {
                terminal.type("ssh heat-admin@" + vm.name() + ".ctlplane");
                inGuest(
                        all,
                        scope,
                        user.replace("cloud-admin", "heat-admin"),
                        root,
                        "Connection to " + vm.name() + ".ctlplane closed.");
            }
        }
    }

    private void inGuest(List<Output> all, String scope, String user, String root, String closed) {
        terminal.prompt(user);
        boolean becomesRoot = !user.equals(root) && choices.chance(25);
        if (becomesRoot) {
            terminal.type(choices.of("sudo -i", "sudo su -", "sudo su"));
            terminal.prompt(root);
        }
        all.forEach(one -> terminal.run(one, one.command(), scope, true, List.of()));
        if (becomesRoot && leaves) {
            terminal.type("exit");
            terminal.print("logout");
            terminal.prompt(user);
        }
        if (!closed.isEmpty() || choices.chance(30)) {
            exit(closed);
        }
    }
}
