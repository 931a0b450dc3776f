package dev.whence.web.status;

import dev.whence.catalog.Setting;
import dev.whence.catalog.count.TrustGap;
import dev.whence.web.ui.Digest;
import dev.whence.web.ui.Frame;
import dev.whence.web.ui.When;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The registry that this installation crawls, and the trust material of its verdicts. Each fact is
 * absent until the crawling process has recorded it.
 *
 * @param registry the crawled registry
 * @param origin the source of the trust material
 * @param loaded when it was put in use
 * @param refreshed when its source last confirmed it
 * @param problem why the last refresh failed
 * @param asks whether a process asks for newer material
 * @param gaps the things that checks lack
 * @param crypto the JCA provider that computes signatures
 */
public record TrustView(
    @Nullable String registry,
    @Nullable String origin,
    @Nullable Digest digest,
    @Nullable When loaded,
    @Nullable When refreshed,
    @Nullable String problem,
    boolean asks,
    List<GapView> gaps,
    @Nullable String crypto) {

  static TrustView of(
      Map<Setting, String> settings, boolean asks, List<TrustGap> gaps, Frame frame) {
    @Nullable String digest = settings.get(Setting.TRUST_DIGEST);
    return new TrustView(
        settings.get(Setting.REGISTRY_URL),
        settings.get(Setting.TRUST_ORIGIN),
        digest == null ? null : Digest.of(digest),
        When.ofIso(settings.get(Setting.TRUST_LOADED_AT), frame.now()),
        When.ofIso(settings.get(Setting.TRUST_REFRESHED_AT), frame.now()),
        settings.get(Setting.TRUST_PROBLEM),
        asks,
        gaps.stream().map(gap -> GapView.of(gap, frame)).toList(),
        settings.get(Setting.CRYPTO_PROVIDER));
  }
}
