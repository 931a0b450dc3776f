package dev.whence.bench;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The floor: the bare signature verifications that a response's bundles need, found out by
 * listening while Whence verifies it once. What is verified twice or in vain does not count.
 */
final class RecordedSignatures implements Contender {

  /** One verification. */
  record Verification(String algorithm, PublicKey key, byte[] message, byte[] signature) {

    private void repeat() {
      try {
        Signature verifier = Signature.getInstance(algorithm);
        verifier.initVerify(key);
        verifier.update(message);
        if (!verifier.verify(signature)) {
          throw new IllegalStateException("a recorded signature does not verify");
        }
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    private List<Object> content() {
      return List.of(
          ByteBuffer.wrap(key.getEncoded()), ByteBuffer.wrap(message), ByteBuffer.wrap(signature));
    }
  }

  private final IdentityHashMap<Workload.Case, List<Verification>> recorded =
      new IdentityHashMap<>();

  private RecordedSignatures() {}

  static RecordedSignatures of(Workload workload) {
    Contender whence = Contender.whence(workload);
    RecordedSignatures signatures = new RecordedSignatures();
    List<Verification> heard = new ArrayList<>();
    ListeningProvider listening = new ListeningProvider(heard::add);
    Security.insertProviderAt(listening, 1);
    try {
      for (Workload.Case one : workload.cases()) {
        heard.clear();
        whence.verify(one);
        signatures.recorded.put(one, distinct(heard));
      }
    } finally {
      Security.removeProvider(listening.getName());
    }
    return signatures;
  }

  private static List<Verification> distinct(List<Verification> verifications) {
    Set<List<Object>> seen = new HashSet<>();
    return verifications.stream().filter(one -> seen.add(one.content())).toList();
  }

  @Override
  public void verify(Workload.Case one) {
    List<Verification> needed = recorded.get(one);
    if (needed == null || needed.isEmpty()) {
      throw new IllegalStateException("nothing was recorded");
    }
    needed.forEach(Verification::repeat);
  }
}
