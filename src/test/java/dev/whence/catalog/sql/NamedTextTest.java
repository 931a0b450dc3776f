package dev.whence.catalog.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedTextTest {

  /** What is no parameter, however much it looks like one. */
  private static final List<String> OTHER =
      List.of(
          "'a literal with :x, ? and \" in it'",
          "'it''s :x'",
          "''",
          "'\\'",
          "E'it\\'s :x \\\\'",
          "e'two '' :x'",
          "\"a name :x ? '\"",
          "\"two \"\" :x\"",
          "$$ :x ' ? $$",
          "$tag$ :x $$ ? $other$ $tag$",
          "/* :x ? ' */",
          "/* one /* two :x */ three :x */",
          "/**/",
          "-- :x ? ' /*\n",
          "--\n",
          "'{}'::text[]",
          "(now())::date::text",
          "NULL::bigint",
          "a[1:2]",
          "a[i:n]",
          "a[:n]",
          "a[f(1):n]",
          "a[b[1]:n]",
          "call(p := 1)",
          "checks ?? 'key'",
          "checks ??| ARRAY['a']",
          "checks ??& ARRAY['a']",
          "a || 'b'",
          "a$b$c",
          "1 - -1",
          "4 / 2 * 3",
          "a <> b",
          "12:30");

  private static final List<String> PARAMETERS =
      List.of(":a", ":package_id", ":X1", ":_b", "(:a)", "lower(:a)||'%'", ":c::text", "=:a");

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "SELECT :a ~ SELECT ? ~ a",
        ":a ~ ? ~ a",
        "WHERE b=:b AND c=:c ~ WHERE b=? AND c=? ~ b,c",
        ":a, :b, :a ~ ?, ?, ? ~ a,b,a",
        "(:from::date + 1) ~ (?::date + 1) ~ from",
        "= ANY (:kinds) ~ = ANY (?) ~ kinds",
        "unnest(:t_id::int8[],:t_n::text[]) ~ unnest(?::int8[],?::text[]) ~ t_id,t_n",
        "LIKE :part || '%:no' ~ LIKE ? || '%:no' ~ part",
        "/* :no */:yes-- :no ~ /* :no */?-- :no ~ yes",
        "':no':yes ~ ':no'? ~ yes",
        "$$:no$$ :yes $$:no$$ ~ $$:no$$ ? $$:no$$ ~ yes",
        "x ?? :key ~ x ?? ? ~ key",
        ":a:b ~ ?:b ~ a",
        "SELECT 1 ~ SELECT 1 ~ ``"
      })
  void shouldPutADriversMarkInThePlaceOfEachName(String text, String forDriver, String names) {
    NamedText named = NamedText.of(text);

    assertThat(named.forDriver()).isEqualTo(forDriver);
    assertThat(String.join(",", named.names())).isEqualTo(names);
  }

  @Test
  void shouldLeaveAloneWhatIsNoParameter() {
    assertThat(OTHER)
        .allSatisfy(
            text -> {
              assertThat(NamedText.of(text).forDriver()).isEqualTo(text);
              assertThat(NamedText.of(text).names()).isEmpty();
            });
  }

  /** Whatever stands beside it. */
  @Test
  void shouldTellParametersFromTheRestInAnyOrder() {
    Random random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      List<String> parts =
          IntStream.range(0, random.nextInt(12))
              .mapToObj(_ -> random.nextBoolean() ? OTHER : PARAMETERS)
              .map(from -> from.get(random.nextInt(from.size())))
              .toList();

      assertParsed(parts);
    }
  }

  private static void assertParsed(List<String> parts) {
    NamedText named = NamedText.of(String.join(" ", parts));

    List<String> expected = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String part : parts) {
      if (PARAMETERS.contains(part)) {
        String name = part.replaceAll("^[^:]*:(\\w+).*$", "$1");
        names.add(name);
        expected.add(part.replace(":" + name, "?"));
      } else {
        expected.add(part);
      }
    }
    assertThat(named.forDriver()).isEqualTo(String.join(" ", expected));
    assertThat(named.names()).isEqualTo(names);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WHERE a = ?",
        "?",
        "VALUES (:a, ?)",
        "a ?| b",
        "a ?& b",
        "'it''s' ?",
        "???",
        "/* a */ ? /* b */"
      })
  void shouldRefuseAParameterWithoutAName(String text) {
    assertThatIllegalStateException()
        .isThrownBy(() -> NamedText.of(text))
        .withMessageContaining(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'open :x", "\"open :x", "/* open :x", "$$ open :x", "E'\\' :x", "/* /* */ :x"})
  void shouldEndWhateverTheTextIs(String text) {
    assertThat(NamedText.of(text).forDriver()).isNotEmpty();
  }

  @Test
  void shouldReadALongTextWithoutRecursion() {
    String literal = "'" + "a".repeat(100_000) + "''".repeat(100_000) + "'";
    String comment = "/*".repeat(50_000) + "*/".repeat(50_000);

    NamedText named = NamedText.of(literal + " :a " + comment + " :b");

    assertThat(named.names()).containsExactly("a", "b");
  }

  @Test
  void shouldWantAValueForEachNameAndANameForEachValue() {
    NamedText named = NamedText.of("SELECT :one, :two, :one");

    named.check(Set.of("one", "two"));
    assertThatIllegalStateException()
        .isThrownBy(() -> named.check(Set.of("one")))
        .withMessageStartingWith("two has no value");
    assertThatIllegalStateException()
        .isThrownBy(() -> named.check(Set.of("one", "two", "three")))
        .withMessageStartingWith("three is not in the text");
  }

  @Test
  void shouldReadATextOnceAndKeepNoMoreThanItMay() {
    String kept = IntStream.range(0, 9).mapToObj(i -> ":n" + i).collect(Collectors.joining(", "));
    NamedText first = NamedText.of(kept);

    assertThat(NamedText.of(String.join("", Arrays.asList(kept.split("(?<=,)"))))).isSameAs(first);
    IntStream.range(0, 2 * NamedText.MOST_KEPT).forEach(i -> NamedText.of("SELECT " + i));
    assertThat(NamedText.kept()).isEqualTo(NamedText.MOST_KEPT);
    assertThat(NamedText.of(kept)).isNotSameAs(first).isEqualTo(first);
  }
}
