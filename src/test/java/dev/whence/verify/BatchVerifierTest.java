package dev.whence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.demo.sigstore.Fault;
import dev.whence.demo.sigstore.IssuedBundle;
import dev.whence.demo.sigstore.Shape;
import dev.whence.provenance.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many responses at once are verified as each one by itself. */
class BatchVerifierTest {

  private static final int MANY = 500;

  private final GeneratedTrust trust = new GeneratedTrust();
  private final BatchVerifier batch = new BatchVerifier(trust.verifier(), 2);
  private final byte[] authentic =
      IssuedBundle.response(
          trust.sigstore().provenance(GeneratedTrust.request(Shape.NPM_CLI_V1_DSSE)));
  private final byte[] forged =
      IssuedBundle.response(
          trust
              .sigstore()
              .provenance(
                  GeneratedTrust.request(Shape.NPM_CLI_V1_DSSE).with(Fault.FORGED_SIGNATURE)));

  private BatchVerifier.Request<Integer> request(int number) {
    return new BatchVerifier.Request<>(
        number, number % 3 == 0 ? forged : authentic, trust.expected());
  }

  @Test
  void shouldGiveEachItsOwnVerdictInTheOrderOfRequests() {
    var results = batch.verify(IntStream.range(0, MANY).mapToObj(this::request)).toList();
    assertThat(results).hasSize(MANY);
    for (int number = 0; number < MANY; number++) {
      BatchVerifier.Request<Integer> request = request(number);
      assertThat(results.get(number).subject()).isEqualTo(number);
      assertThat(results.get(number).result().toString())
          .isEqualTo(trust.verifier().verify(request.response(), request.expected()).toString());
    }
  }

  @Test
  void shouldNotReadFarAheadOfWhatIsTaken() {
    AtomicInteger read = new AtomicInteger();
    AtomicInteger taken = new AtomicInteger();
    List<Integer> ahead = new ArrayList<>();
    Stream<BatchVerifier.Request<Integer>> requests =
        Stream.generate(read::getAndIncrement).limit(MANY).map(this::request);
    batch.verify(requests).forEach(_ -> ahead.add(read.get() - taken.incrementAndGet()));
    assertThat(ahead).hasSize(MANY).allMatch(count -> count < 100);
  }

  @Test
  void shouldCheckRegistrySignaturesOnSeveralThreads() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    List<Check> checks =
        batch
            .verifyRegistrySignatures(
                IntStream.range(0, MANY).boxed(),
                _ -> {
                  threads.add(Thread.currentThread());
                  return trust.expected();
                })
            .map(BatchVerifier.Result::result)
            .toList();
    assertThat(checks)
        .hasSize(MANY)
        .containsOnly(trust.verifier().verifyRegistrySignature(trust.expected()));
    assertThat(threads).hasSizeGreaterThan(1).doesNotContain(Thread.currentThread());
  }
}
