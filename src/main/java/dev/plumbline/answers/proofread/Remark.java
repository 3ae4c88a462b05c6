package dev.plumbline.answers.proofread;

/** A claim and what the evidence says to it. */
public record Remark(Claim claim, Ruling ruling) {}
