package dev.whence.verify;

import dev.whence.provenance.Attestation;
import dev.whence.provenance.Verdict;

/** A publish attestation of the response that a provenance is in, with its own verdict. */
record PublishSibling(Attestation attestation, Verdict.Outcome outcome) {}
