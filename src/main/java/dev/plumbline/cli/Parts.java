package dev.plumbline.cli;

import java.util.Optional;

/**
 * What the command line is connected to.
 *
 * @param proofread answers {@code proofread}; the command is there only with it
 */
public record Parts(SurveySource surveys, PlanSource plans, RulePages pages, Optional<Face> proofread) {}
