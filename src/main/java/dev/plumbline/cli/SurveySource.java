package dev.plumbline.cli;

import java.util.List;

/** Reads sources and weaves what they hold. */
@FunctionalInterface
public interface SurveySource {

    /**
     * @param sources as typed, in their order; paths were seen to exist
     * @param scopeCorrections {@code L40-62=node/W}, as typed
     * @throws SourceException where a source cannot be reached at all
     */
    Survey survey(List<String> sources, List<String> scopeCorrections) throws SourceException;
}
