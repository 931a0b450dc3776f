package dev.whence.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version in a history.
 *
 * @param trustedPublisher npm's id of it; absent if a token published
 * @param approver who approved a staged release
 * @param build absent if the version has no provenance
 * @param repositoryUrl from its {@code package.json}; absent if that names none
 * @param removed whether npm removed it since
 */
record Release(
    String version,
    Instant at,
    Account publisher,
    @Nullable String trustedPublisher,
    @Nullable Account approver,
    @Nullable Build build,
    @Nullable String repositoryUrl,
    @Nullable String deprecated,
    boolean removed) {

  static Release byHand(String version, Instant at, Account publisher, String repositoryUrl) {
    return new Release(version, at, publisher, null, null, null, repositoryUrl, null, false);
  }

  Release with(Build other) {
    return new Release(
        version,
        at,
        publisher,
        trustedPublisher,
        approver,
        other,
        repositoryUrl,
        deprecated,
        removed);
  }

  Release byTrustedPublisher(String id) {
    Account by = id.equals("gitlab") ? Account.GITLAB_CI : Account.GITHUB_ACTIONS;
    return new Release(version, at, by, id, approver, build, repositoryUrl, deprecated, removed);
  }

  Release approvedBy(Account person) {
    return new Release(
        version, at, person, trustedPublisher, person, build, repositoryUrl, deprecated, removed);
  }

  Release by(Account other) {
    return new Release(
        version, at, other, trustedPublisher, approver, build, repositoryUrl, deprecated, removed);
  }

  Release declaring(String otherUrl) {
    return new Release(
        version, at, publisher, trustedPublisher, approver, build, otherUrl, deprecated, removed);
  }

  Release declaringNothing() {
    return new Release(
        version, at, publisher, trustedPublisher, approver, build, null, deprecated, removed);
  }

  Release deprecated(String message) {
    return new Release(
        version, at, publisher, trustedPublisher, approver, build, repositoryUrl, message, removed);
  }

  Release unpublished() {
    return new Release(
        version, at, publisher, trustedPublisher, approver, build, repositoryUrl, deprecated, true);
  }

  boolean isPrerelease() {
    return version.contains("-");
  }
}
