package dev.whence.insight.adoption;

import java.time.LocalDate;

/**
 * One period of an adoption series.
 *
 * @param start its first day, in UTC
 * @param period what was published within it
 * @param cumulative what was published from the series' beginning to the period's end
 */
public record AdoptionPoint(LocalDate start, AdoptionCounts period, AdoptionCounts cumulative) {}
