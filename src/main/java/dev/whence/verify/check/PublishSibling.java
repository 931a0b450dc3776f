package dev.whence.verify.check;

import dev.whence.provenance.Verdict;
import dev.whence.provenance.bundle.Attestation;

/** A publish attestation of the response that a provenance is in, with its own verdict. */
public record PublishSibling(Attestation attestation, Verdict.Outcome outcome) {}
