package dev.whence.verify;

import dev.whence.provenance.Check;
import dev.whence.verify.check.ExpectedVersion;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/**
 * Verifies many responses on several cores. Results come in the order of the requests, and at most
 * a few dozen requests per core are in memory at a time.
 */
public final class BatchVerifier {

  /** Enough to make the cost of handing work over small, few enough to share it evenly. */
  private static final int AT_ONCE = 16;

  private final AttestationVerifier verifier;
  private final int threads;

  /**
   * Makes one.
   *
   * @param threads how many cores it may use
   */
  public BatchVerifier(AttestationVerifier verifier, int threads) {
    this.verifier = verifier;
    this.threads = threads;
  }

  /**
   * A response to verify.
   *
   * @param subject the caller's name for it
   * @param response bytes as served; bounded by the caller
   */
  public record Request<T>(T subject, byte[] response, ExpectedVersion expected) {}

  /** The result of a request, or for a subject. */
  public record Result<T, R>(T subject, R result) {}

  /** Verifies each response; the stream is read on the caller's thread as results are taken. */
  public <T> Stream<Result<T, VerifiedResponse>> verify(Stream<Request<T>> requests) {
    return each(
        requests,
        request ->
            new Result<>(
                request.subject(), verifier.verify(request.response(), request.expected())));
  }

  /** Check 12 alone for each version. */
  public <T> Stream<Result<T, Check>> verifyRegistrySignatures(
      Stream<T> subjects, Function<T, ExpectedVersion> expected) {
    return each(
        subjects,
        subject ->
            new Result<>(subject, verifier.verifyRegistrySignature(expected.apply(subject))));
  }

  private <A, B> Stream<B> each(Stream<A> given, Function<A, B> verify) {
    return given
        .gather(Gatherers.windowFixed(AT_ONCE))
        .gather(Gatherers.mapConcurrent(threads, some -> some.stream().map(verify).toList()))
        .flatMap(List::stream);
  }
}
