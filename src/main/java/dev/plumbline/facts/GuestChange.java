package dev.plumbline.facts;

import dev.plumbline.evidence.Origin;
import dev.plumbline.evidence.Vantage;

/**
 * A command in the paste that changes the machine it ran on.
 *
 * @param command the command as typed
 * @param effect what it changes
 * @param readOnly a command that reads the same and changes nothing
 */
public record GuestChange(Vantage vantage, Origin origin, String command, String effect, String readOnly)
        implements Fact {}
