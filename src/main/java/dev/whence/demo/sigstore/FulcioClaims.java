package dev.whence.demo.sigstore;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What Fulcio writes into a certificate about a CI run, by extension (Fulcio's oid-info.md). */
final class FulcioClaims {

  private static final int FIRST_OF_LATER_ONES = 8;

  /** Repository and commit, in the old extensions and in the new ones. */
  private static final Set<Integer> SOURCE = Set.of(3, 5, 12, 13);

  private static final String STRANGER = "https://accounts.generated.example";

  private FulcioClaims() {}

  static SortedMap<Integer, String> of(CiRun run, boolean early, Set<Fault> faults) {
    SortedMap<Integer, String> claims = new TreeMap<>();
    boolean gitlab = run.source().isGitlab();
    String issuer = gitlab ? "https://gitlab.com" : "https://token.actions.githubusercontent.com";
    claims.put(1, issuer);
    if (!gitlab) {
      claims.put(2, run.trigger());
      claims.put(3, run.commit());
      claims.put(4, run.workflow().name());
      claims.put(5, run.source().path());
      claims.put(6, run.ref());
    }
    claims.put(8, issuer);
    claims.put(9, run.signer());
    claims.put(10, run.commit());
    claims.put(11, run.runner());
    claims.put(12, run.source().url());
    claims.put(13, run.commit());
    claims.put(14, run.ref());
    claims.put(15, Long.toString(run.source().id()));
    claims.put(16, run.source().ownerUrl());
    claims.put(17, Long.toString(run.source().ownerId()));
    claims.put(18, run.workflowUri());
    claims.put(19, run.commit());
    claims.put(20, run.trigger());
    claims.put(21, run.url());
    claims.put(22, "public");
    if (faults.contains(Fault.FOREIGN_ISSUER)) {
      claims.put(1, STRANGER);
      claims.put(8, STRANGER);
    }
    if (faults.contains(Fault.TWO_ISSUERS)) {
      claims.put(1, STRANGER);
    }
    if (faults.contains(Fault.OTHER_BUILD_SIGNER)) {
      claims.put(9, run.signer().replace(".yml@", "-2.yml@"));
    }
    if (faults.contains(Fault.UNSTATED_SOURCE)) {
      claims.keySet().removeAll(SOURCE);
    }
    return early ? claims.headMap(FIRST_OF_LATER_ONES) : claims;
  }
}
