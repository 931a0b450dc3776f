package dev.whence.verify.trust;

import dev.sigstore.tuf.TargetStore;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds a refresh's downloaded targets; the last good ones are kept by {@link TrustCache}. */
final class TufTargets implements TargetStore {

  private final Map<String, byte[]> targets = new HashMap<>();

  @Override
  public String getIdentifier() {
    return "memory";
  }

  @Override
  public void writeTarget(String name, byte[] content) {
    targets.put(name, content.clone());
  }

  @Override
  public byte[] readTarget(String name) throws IOException {
    byte @Nullable [] content = targets.get(name);
    if (content == null) {
      throw new FileNotFoundException("target " + name);
    }
    return content.clone();
  }

  @Override
  public InputStream getTargetInputSteam(String name) throws IOException {
    return new ByteArrayInputStream(readTarget(name));
  }

  @Override
  public boolean hasTarget(String name) {
    return targets.containsKey(name);
  }
}
