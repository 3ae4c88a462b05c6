package dev.plumbline.sources.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Scope;
import dev.plumbline.evidence.Standing;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellCommandsTest {

    private static final Seat LAPTOP = new Seat(Scope.host("laptop"), Standing.STATED, "blue", "notes.txt:7");

    private static Asked.Prints prints(String line) {
        List<Asked> asked = ShellCommands.read(line, LAPTOP);
        assertThat(asked).singleElement().isInstanceOf(Asked.Prints.class);
        return (Asked.Prints) asked.getFirst();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            ip link                                                   ! host/laptop                ! ip link
            /usr/sbin/ip link                                         ! host/laptop                ! ip link
            sudo -u nova -- ip link                                   ! host/laptop                ! ip link
            oc get vmi                                                ! cluster                    ! oc get vmi
            oc debug node/w-4 -- chroot /host ip -d link              ! node/w-4                   ! ip -d link
            oc debug --image=tools node/w-4 -- nsenter -at 1 ip link  ! node/w-4                   ! ip link
            oc rsh -n red db ip link                                  ! pod/red/db                 ! ip link
            oc rsh db ip link                                         ! pod/blue/db                ! ip link
            oc -n red exec -it db -c compute -- virsh list            ! pod/red/db                 ! virsh list
            oc exec db -n red -- ip link                              ! pod/red/db                 ! ip link
            kubectl exec pod/db ip link                               ! pod/blue/db                ! ip link
            virtctl -n red ssh root@db --command 'ip link'            ! guest/red/db               ! ip link
            virtctl ssh root@vm/db/red -c 'sudo ip link'              ! guest/red/db               ! ip link
            ssh -tt -i key root@db.red.example sudo ip link           ! host/db.red.example        ! ip link
            ssh a ssh b ip link                                       ! host/b                     ! ip link
            oc exec -n red client -- ssh root@192.0.2.9 'ip link'     ! host/192.0.2.9             ! ip link
            oc debug node/w-4 -- nsenter -t 77 -n ip link             ! netns/w-4/pid:77           ! ip link
            oc debug node/w-4 -- chroot /host ip netns exec x ip link ! netns/w-4/x                ! ip link
            oc debug node/w-4 -- ip -d -n x link                      ! netns/w-4/x                ! ip -d link
            nsenter --net=/proc/1/ns/net ip link                      ! host/laptop                ! ip link
            chroot /mnt cat /etc/x                                    ! place/host/laptop/chroot//mnt ! cat /etc/x
            """)
    void takesWrappersOffAndFollowsThem(String line, String scope, String command) {
        Asked.Prints prints = prints(line);
        assertThat(prints.scope()).hasToString(scope);
        assertThat(prints.command().line()).isEqualTo(command);
        assertThat(prints.standing()).isEqualTo(Standing.STATED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oc exec $POD -- ip link",
                "ssh root@$(cat host) ip link",
                "oc rsh deploy/web ip link",
                "oc debug deploy/web -- ip link",
                "oc debug node/$n -- ip link",
                "oc exec -n red db -- nsenter -t 1 -n ip link",
                "nsenter -t $(pidof x) -n ip link"
            })
    void neverNamesAPlaceThatOnlyTheShellKnew(String line) {
        Asked.Prints prints = prints(line);
        assertThat(prints.scope()).isEqualTo(Scope.place("notes.txt:7"));
        assertThat(prints.standing()).isEqualTo(Standing.ASSUMED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            ip a | grep br-x              ! Holding[needle=br-x, ignoreCase=false, before=0, after=0]
            ip a | grep -i -A 2 br-x      ! Holding[needle=br-x, ignoreCase=true, before=0, after=2]
            ip a | grep -iA2 br-x         ! Holding[needle=br-x, ignoreCase=true, before=0, after=2]
            ip a | grep -C1 br-x          ! Holding[needle=br-x, ignoreCase=false, before=1, after=1]
            ip a | grep -2 br-x           ! Holding[needle=br-x, ignoreCase=false, before=2, after=2]
            ip a | grep -e br-x           ! Holding[needle=br-x, ignoreCase=false, before=0, after=0]
            ip a | grep 'ens3\\.20'       ! Holding[needle=ens3.20, ignoreCase=false, before=0, after=0]
            ip a | fgrep 'a*b'            ! Holding[needle=a*b, ignoreCase=false, before=0, after=0]
            ip a | grep 'a|b'             ! Holding[needle=a|b, ignoreCase=false, before=0, after=0]
            ip a | egrep 'a|b'            ! Opaque[why=grep a|b]
            ip a | grep '^2'              ! Opaque[why=grep ^2]
            ip a | grep -w br-x           ! Opaque[why=grep br-x]
            ip a | grep -v br-x           ! Opaque[why=grep br-x]
            ip a | grep -c br-x           ! Opaque[why=grep br-x]
            ip a | grep -e a -e b         ! Opaque[why=grep a b]
            ip a | grep -m 1 a            ! Opaque[why=grep a]
            ip a | grep a | head -1       ! Opaque[why=grep a, head -1]
            ip a | head -9 | tail -2      ! Part[why=head -9]
            ip a | cat | tee x | less     ! None[]
            ssh h 'ip a | grep a' | cat   ! Holding[needle=a, ignoreCase=false, before=0, after=0]
            """)
    void keepsWhatAFilterLeavesCertain(String line, String filter) {
        assertThat(prints(line).filter()).hasToString(filter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ip a | awk '{print $1}'",
                "ip a | sed s/a/b/",
                "ip a | cut -c1-9",
                "ip a | grep -o x",
                "ip a | grep -n x",
                "ip a | while read l; do echo $l; done",
                "ip a | xargs -n1",
                "oc get vmi -o json | jq .items",
                "if true; then ip a; fi",
                "ip a | uniq -c",
                "cat -n x | cat -n"
            })
    void givesUpWhereLinesMayHaveBeenRewritten(String line) {
        assertThat(ShellCommands.read(line, LAPTOP)).allMatch(one -> one instanceof Asked.Lost);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cd /x",
                "export A=b",
                "A=b",
                "ip a > x",
                "ip a &> x",
                "ip link set x up",
                "ip a | grep -q x",
                "# word"
            })
    void knowsWhatPrintsNothing(String line) {
        assertThat(ShellCommands.read(line, LAPTOP)).noneMatch(Asked::prints);
    }

    @Test
    void expandsOnlyTheVariableOfALoopOverLiteralWords() {
        assertThat(ShellCommands.read("for i in 0 1; do ssh c-$i \"echo ${i}; cat x$in\" ; done", LAPTOP))
                .hasSize(4)
                .first()
                .isEqualTo(new Asked.Says("0"));
        assertThat(ShellCommands.read("for i in a b; do echo '$i'; done", LAPTOP)
                        .getFirst())
                .isInstanceOf(Asked.Says.class)
                .isEqualTo(new Asked.Says("$i"));
    }

    @Test
    void readsALoopOverUnseenWordsAsOneOutputOfTheCluster() {
        assertThat(ShellCommands.read(
                        "for n in `oc get x|awk '{print $1}'`;do oc get x $n -o yaml|egrep 'a|b' ;done", LAPTOP))
                .singleElement()
                .isInstanceOfSatisfying(Asked.Repeats.class, repeats -> {
                    assertThat(repeats.one().command().argv()).containsExactly("oc", "get", "x", "$n", "-o", "yaml");
                    assertThat(repeats.one().scope()).isEqualTo(Scope.ofCluster());
                    assertThat(repeats.one().filter()).isInstanceOf(Filter.Opaque.class);
                });
    }

    @Test
    void opensShells() {
        assertThat(ShellCommands.read("oc debug node/w-4", LAPTOP).getFirst())
                .isInstanceOfSatisfying(Asked.Opens.class, opens -> {
                    assertThat(opens.scope()).isEqualTo(Scope.node("w-4"));
                    assertThat(opens.standing()).isEqualTo(Standing.FOLLOWED);
                });
        assertThat(ShellCommands.read("oc exec -it db -- /bin/bash -l", LAPTOP).getFirst())
                .isInstanceOfSatisfying(
                        Asked.Opens.class, opens -> assertThat(opens.scope()).isEqualTo(Scope.pod("blue", "db")));
        assertThat(ShellCommands.read("sudo -i", LAPTOP).getFirst())
                .isInstanceOfSatisfying(
                        Asked.Opens.class, opens -> assertThat(opens.shell()).isEqualTo(Asked.Shell.SAME));
    }

    @Test
    void readsArgumentListsWithoutAShell() {
        List<Asked> asked = ShellCommands.read(List.of("cat", "/a $b|c"), LAPTOP);
        assertThat(asked)
                .singleElement()
                .isInstanceOfSatisfying(
                        Asked.Prints.class,
                        prints -> assertThat(prints.command().argv()).containsExactly("cat", "/a $b|c"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            ip a \\       ! false
            echo 'a       ! false
            ip a |        ! false
            for i in a    ! false
            while a; do b ! false
            (ip a         ! false
            ip a          ! true
            for i in a; do b; done ! true
            echo "$(a "b")" ! true
            """)
    void knowsWhenTheShellWouldAskForMore(String line, boolean complete) {
        assertThat(Script.parse(line).complete()).isEqualTo(complete);
    }
}
