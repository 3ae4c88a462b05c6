package dev.plumbline.cli;

import java.util.Optional;

/** What the program's commands are connected to. */
final class Wiring {

    private Wiring() {}

    static Parts parts() {
        SurveySource none = (sources, _) -> {
            throw new SourceException(sources.getFirst(), "this build reads no sources");
        };
        return new Parts(none, new PackagedPages(), Optional.empty());
    }
}
