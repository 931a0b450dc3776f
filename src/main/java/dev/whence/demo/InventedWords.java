package dev.whence.demo;

import java.util.List;

/** The words that invented names and texts are made of. */
final class InventedWords {

  private static final List<String> FIRST =
      list(
          """
          amber birch cinder dapple elder flint gorse hazel ivory juniper kelp larch marble nettle
          osier pewter quartz russet slate teasel umber vellum willow yarrow acorn basalt clover
          drift ember fennel garnet heron indigo jasper kestrel linden maple nimbus onyx plover
          quill rowan sorrel thistle upland violet wren zephyr
          """);
  private static final List<String> SECOND =
      list(
          """
          latch spool gauge ledger lattice sieve hinge beacon spindle crate mortar trellis anvil
          compass bellows caddy dial easel ferry gimbal hopper inlet jetty kiln lantern mallet
          nozzle oar pulley quay rudder shuttle tiller urn valve winch yoke zipper
          """);
  private static final List<String> SUFFIXES =
      list(
          """
          js cli core utils react vue svelte angular node browser server client api types config
          loader plugin parser format test mock cache queue stream store router form table chart
          icons theme styles i18n auth crypto http ws rpc graphql sql orm csv json yaml xml html css
          markdown pdf image audio video map date money units math text color
          """);
  private static final List<String> PARTS =
      list(
          """
          core cli utils types config react vue svelte angular node browser server client api
          loader plugin parser format testing mocks cache queue stream store router forms tables
          charts icons theme styles i18n auth crypto http ws rpc graphql sql orm csv json yaml
          markdown devtools eslint-plugin babel-preset docs create compiler
          """);
  private static final List<String> GIVEN =
      list(
          """
          mira jon lena tomas anouk wim ines ruth omar ylva bo thea arlo bea cyril dara emil freya
          gus hanne ivo june kai lotte milo nora otis petra quentin rosa sven tilda
          """);
  private static final List<String> FAMILY =
      list(
          """
          olsen avery marsh rill lind harrow coast fern gale stone carden wynd ashby brook crane
          dell elm ford grove heath isle jarvis knoll lake moor north orchard pond quarry reed shaw
          thorn
          """);
  private static final List<String> TEXT =
      list(
          """
          a the of for with and your fast small typed tested streaming values files requests
          options returns promise callback array string object module import export default
          install usage example parse write read build bundle cache stream server browser node
          when then once every between without before after supports handles avoids keeps
          """);
  private static final List<String> PURPOSES =
      List.of(
          "Formats dates without surprises",
          "A cache with a clear idea of time",
          "Validates forms in the browser and on the server",
          "Reads and writes CSV as a stream",
          "Small helpers for promises",
          "Colours and boxes for terminals",
          "A test runner that starts fast",
          "Turns Markdown into HTML",
          "Deep comparison of values",
          "Retries with backoff");

  /** Spreads consecutive numbers over all pairs; it has no common factor with their counts. */
  private static final long STRIDE = 7_919;

  private InventedWords() {}

  private static List<String> list(String text) {
    return List.of(text.strip().split("\\s+"));
  }

  /** A name that no other number has. */
  static String name(int number) {
    int pairs = FIRST.size() * SECOND.size();
    int place = (int) (number * STRIDE % pairs);
    String pair = FIRST.get(place % FIRST.size()) + SECOND.get(place / FIRST.size());
    int round = number / pairs;
    if (round == 0) {
      return pair;
    }
    String suffixed = pair + "-" + SUFFIXES.get((round - 1) % SUFFIXES.size());
    int again = (round - 1) / SUFFIXES.size();
    return again == 0 ? suffixed : suffixed + "-" + (again + 1);
  }

  /** The name of a monorepo's package within its scope, different for each place below 50. */
  static String part(int place) {
    return PARTS.get(place);
  }

  /** A person, who may have other packages. */
  static String person(Chance chance) {
    String name = chance.of(GIVEN) + "-" + chance.of(FAMILY);
    return chance.percent(30) ? name : name + chance.below(1_000);
  }

  static String purpose(Chance chance) {
    return chance.of(PURPOSES);
  }

  static String any(Chance chance) {
    return chance.of(TEXT);
  }

  /** The name of a package that others depend on. */
  static String dependency(Chance chance) {
    return chance.of(FIRST) + "-" + chance.of(SECOND);
  }
}
