package dev.plumbline.lab.vm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.facts.Mac;
import dev.plumbline.lab.draft.VmNic;
import dev.plumbline.lab.ground.Netns;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** A guest's domain: its interfaces, and on which bus each is. */
class DomainXmlTest {

    private static final Netns POD = new Netns("pod.shop.virt-launcher-web-x");
    private static final Netns GUEST = new Netns("guest.shop.web");

    private static VmNic nic(String pod, String guest, int last, int mtu) {
        return new VmNic(
                POD,
                GUEST,
                VmNic.Binding.BRIDGE,
                "lan",
                pod,
                guest,
                new Mac("02:00:5e:00:00:0" + last),
                mtu,
                mtu,
                false,
                Optional.empty(),
                last - 1,
                Optional.empty());
    }

    private static Document read(List<VmNic> nics) throws Exception {
        DomainXml domain = new DomainXml(
                "qemu", "/usr/bin/qemu-system-x86_64", "shop_<web>", "/run/lab/vm/vmlinuz", VmFolder.of(GUEST), nics);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(domain.text())));
    }

    private static String value(Element element, String tag, String attribute) {
        return ((Element) element.getElementsByTagName(tag).item(0)).getAttribute(attribute);
    }

    @Test
    void eachInterfaceIsOnItsTapAndOnTheBusThatItsNameTells() throws Exception {
        Document xml = read(List.of(nic("eth0", "enp2s0", 1, 1400), nic("net1", "enp1s0", 2, 9000)));
        assertThat(xml.getElementsByTagName("name").item(0).getTextContent()).isEqualTo("shop_<web>");
        Element first = (Element) xml.getElementsByTagName("interface").item(0);
        assertThat(value(first, "mac", "address")).isEqualTo("02:00:5e:00:00:01");
        assertThat(value(first, "target", "dev")).isEqualTo("tap0");
        assertThat(value(first, "target", "managed")).isEqualTo("no");
        assertThat(value(first, "model", "type")).isEqualTo("virtio-non-transitional");
        assertThat(value(first, "mtu", "size")).isEqualTo("1400");
        assertThat(value(first, "address", "bus")).isEqualTo("0x02");
        Element second = (Element) xml.getElementsByTagName("interface").item(1);
        assertThat(value(second, "target", "dev")).isEqualTo("tap1");
        assertThat(value(second, "address", "bus")).isEqualTo("0x01");
    }

    @Test
    void aNameThatTellsNoBusTakesAFreeOne() {
        List<VmNic> nics =
                List.of(nic("net1", "eth7", 1, 1500), nic("net2", "enp1s0", 2, 1500), nic("net3", "ens3", 3, 1500));
        assertThat(DomainXml.seats(nics)).extracting(DomainXml.Seat::bus).containsExactly(2, 1, 3);
    }

    @Test
    void aSocketsPathFitsIntoItsAddress() {
        VmFolder folder = VmFolder.of(new Netns("guest." + "n".repeat(63) + "." + "v".repeat(120)));
        assertThat("/proc/4194304/root" + folder.agent()).hasSizeLessThan(108);
    }
}
