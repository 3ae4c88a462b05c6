package dev.plumbline.lab.vm;

import dev.plumbline.lab.ground.Anchor;
import dev.plumbline.lab.ground.LabException;
import dev.plumbline.lab.ground.Netns;
import dev.plumbline.lab.ground.Output;
import java.util.ArrayList;
import java.util.List;

/**
 * A libvirt daemon of one pod's own, as a launcher has it: in the pod's network namespace and in a mount namespace in which
 * libvirt's folders are empty. Nothing of this machine's libvirt is read or changed.
 */
final class PrivateLibvirt {

    /**
     * Its argument is the folder for the daemon's files. The daemon waits forty seconds for each process of its own that has
     * ended and that no one collects: so it has a pid namespace, whose first process collects, as a pod has.
     */
    private static final String START = """
            setsid unshare -m -p -f --kill-child --mount-proc sh -c "$2" libvirtd "$1" </dev/null >"$1/said" 2>&1 &
            echo $! >"$1/daemon"
            while [ ! -e "$1/ready" ]; do
                kill -0 $! || exit 1
                sleep 0.02
            done
            """;

    /**
     * The daemon looks up Debian's user libvirt-qemu before it reads that guests are to run as another; a package that is
     * not needed here would make that user. It asks for this machine's name too, and name servers are not in the lab. Of its
     * folders some may be missing.
     */
    private static final String DAEMON = """
            set -e
            for folder in /etc/libvirt /var/lib/libvirt /var/log/libvirt /var/cache/libvirt /run/libvirt; do
                if [ -d "$folder" ]; then
                    mount -t tmpfs -o mode=755 plumbline "$folder"
                elif ! mkdir -p "$folder" 2>/dev/null; then
                    mount -t tmpfs -o mode=755 plumbline "${folder%/*}"
                    mkdir "$folder"
                fi
            done
            for file in passwd group; do
                cp "/etc/$file" "$1/$file"
                chmod 644 "$1/$file"
            done
            grep -q '^libvirt-qemu:' "$1/passwd" || echo 'libvirt-qemu:x:64055:64055::/:/bin/false' >>"$1/passwd"
            grep -q '^libvirt-qemu:' "$1/group" || echo 'libvirt-qemu:x:64055:' >>"$1/group"
            echo "127.0.0.1 localhost $(uname -n)" >"$1/hosts"
            for file in passwd group hosts; do
                mount --bind "$1/$file" "/etc/$file"
            done
            cat >/etc/libvirt/qemu.conf <<END
            user = "root"
            group = "root"
            security_driver = "none"
            cgroup_controllers = [ ]
            namespaces = [ ]
            remember_owner = 0
            stdio_handler = "file"
            END
            cat >/etc/libvirt/libvirtd.conf <<END
            auth_unix_ro = "none"
            auth_unix_rw = "none"
            unix_sock_group = "root"
            log_outputs = "3:file:$1/libvirtd.log"
            END
            libvirtd -d -p /run/libvirt/libvirtd.pid -f /etc/libvirt/libvirtd.conf
            : >"$1/ready"
            set +e
            while :; do
                sleep 86400 &
                wait $!
            done
            """;

    private final Anchor anchor;
    private final Netns pod;
    private final VmFolder folder;

    PrivateLibvirt(Anchor anchor, Netns pod) {
        this.anchor = anchor;
        this.pod = pod;
        folder = VmFolder.of(pod);
    }

    void start() throws LabException {
        Output output = anchor.run(
                List.of("ip", "netns", "exec", pod.name(), "sh", "-c", START, "libvirtd", folder.path(), DAEMON), "");
        if (!output.fine()) {
            Output said = anchor.run(
                    List.of("tail", "-n", "3", folder.path() + "/said", folder.path() + "/libvirtd.log"), "");
            throw new LabException(
                    "in " + pod + ": libvirtd: " + (output.err().isBlank() ? said.complaint() : output.complaint()));
        }
    }

    /** @param domain a file of its XML */
    void create(String domain) throws LabException {
        Output output = anchor.run(entering(pid(), List.of("virsh", "-q", "create", domain)), "");
        if (!output.fine()) {
            throw new LabException("in " + pod + ": virsh create: " + output.complaint());
        }
    }

    private String pid() throws LabException {
        return VirtualMachines.daemon(anchor, pod)
                .orElseThrow(() -> new LabException("in " + pod + ": libvirtd has died"));
    }

    /** Into the daemon's namespaces, from within the lab: there the default connection is the daemon's. */
    static List<String> entering(String pid, List<String> command) {
        List<String> whole = new ArrayList<>(List.of(
                "nsenter", "--target", pid, "--mount", "--net", "--pid=/proc/" + pid + "/ns/pid_for_children", "--"));
        whole.addAll(command);
        return whole;
    }
}
