package dev.plumbline.systems.libvirt;

import dev.plumbline.evidence.Command;
import dev.plumbline.evidence.Filter;
import dev.plumbline.evidence.Observation;
import dev.plumbline.systems.Reader;
import dev.plumbline.systems.Reading;
import java.util.List;

/** A domain's XML: what {@code virsh dumpxml} prints, and files of it. */
public final class DomainXmlReader implements Reader {

    @Override
    public String id() {
        return "domain-xml";
    }

    @Override
    public boolean reads(Command command) {
        VirshCall call = VirshCall.of(command);
        boolean dump = call.subcommand().equals("dumpxml")
                && call.words().stream().noneMatch(word -> word.startsWith("--xpath"));
        List<String> files = command.operands();
        return dump
                || command.program().equals("cat")
                        && files.size() == 1
                        && files.getFirst().endsWith(".xml");
    }

    @Override
    public Reading read(Observation observation) {
        // Lines picked out of an XML document belong to no element any more.
        boolean whole = switch (observation.filter()) {
            case Filter.None _, Filter.Part _ -> true;
            case Filter.Holding _, Filter.Opaque _ -> false;
        };
        return whole ? new DomainXml(observation).read() : Reading.of(List.of());
    }
}
