package dev.plumbline.plan.review;

import dev.plumbline.answers.plan.Remark;
import dev.plumbline.evidence.tree.Tree;
import dev.plumbline.systems.ospdirector.DirectorInputs;
import dev.plumbline.systems.ospdirector.Ip;
import dev.plumbline.systems.ospdirector.NetConfig;
import java.util.List;
import java.util.regex.Pattern;

/** A reserved address that is no IP address, or no MAC. */
final class ReservationMalformed implements NetConfigRule {

    /** What Go's net.ParseMAC takes, of 6, 8 or 20 bytes. */
    private static final Pattern MAC = Pattern.compile("[0-9a-fA-F]{2}(?:([:-])[0-9a-fA-F]{2}(?:\\1[0-9a-fA-F]{2}){4}"
            + "(?:(?:\\1[0-9a-fA-F]{2}){2}|(?:\\1[0-9a-fA-F]{2}){14})?)"
            + "|[0-9a-fA-F]{4}(?:\\.[0-9a-fA-F]{4}){2}(?:\\.[0-9a-fA-F]{4}|(?:\\.[0-9a-fA-F]{4}){7})?");

    @Override
    public String id() {
        return "reservation-malformed";
    }

    @Override
    public List<Remark> judge(NetConfig config, DirectorInputs inputs) {
        Remarks remarks = Remarks.refused(id(), "The webhook refuses the net config.", "Write an address.");

        config.reservations().forEach((host, reservation) -> {
            reservation.tree().at("ipReservations").fields().forEach((subnet, ip) -> {
                if (Ip.parse(ip.text()).isEmpty()) {
                    remarks.at(ip, host + " on " + subnet + ": " + shown(ip) + " is no IP address");
                }
            });
            reservation.tree().at("macReservations").fields().forEach((physnet, mac) -> {
                if (!MAC.matcher(mac.text()).matches()) {
                    remarks.at(mac, host + " on " + physnet + ": " + shown(mac) + " is no MAC");
                }
            });
        });
        return remarks.list();
    }

    private static String shown(Tree value) {
        return value.text().isEmpty() ? "an empty value" : value.text();
    }
}
