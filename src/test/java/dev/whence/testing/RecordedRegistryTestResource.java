package dev.whence.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives every {@code @QuarkusTest} the recorded registry to crawl, and the trust material that its
 * bundles verify with. Tests that want the registry itself declare a field of its type.
 */
public final class RecordedRegistryTestResource implements QuarkusTestResourceLifecycleManager {

  /** Where Quarkus finds the resource, for all tests alike: they share one start. */
  @WithTestResource(value = RecordedRegistryTestResource.class, scope = TestResourceScope.GLOBAL)
  static final class Everywhere {
    private Everywhere() {}
  }

  private @Nullable ReplayRegistry registry;

  @Override
  public Map<String, String> start() {
    ReplayRegistry started = ReplayRegistry.start();
    registry = started;
    Map<String, String> config = new HashMap<>();
    config.put("whence.registry.url", started.url().toString());
    config.put("whence.registry.backoff", "5ms");
    config.put("whence.registry.requests-per-second", "10000");
    if (Recording.isPresent()) {
      config.put(
          "whence.trust.trusted-root",
          Recording.root().resolve("trusted_root.json").toAbsolutePath().toString());
      config.put(
          "whence.trust.npm-keys",
          Recording.root()
              .resolve("trust/sigstore-tuf-seeds/5.0.1/npm_keys.json")
              .toAbsolutePath()
              .toString());
    }
    return config;
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(registry, new TestInjector.MatchesType(ReplayRegistry.class));
  }

  @Override
  public void stop() {
    if (registry != null) {
      registry.close();
    }
  }
}
