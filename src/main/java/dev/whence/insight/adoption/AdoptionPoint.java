package dev.whence.insight.adoption;

import java.time.LocalDate;

/**
 * One period of an adoption series.
 *
 * @param start its first day, in UTC
 * @param period counts of this period
 * @param cumulative counts from the beginning of the series to the end of this period
 */
public record AdoptionPoint(LocalDate start, AdoptionCounts period, AdoptionCounts cumulative) {}
