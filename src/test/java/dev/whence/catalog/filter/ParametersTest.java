package dev.whence.catalog.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whence.address.ListPaths;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be used is refused with a sentence; nothing is left out without a word. */
class ParametersTest {

  private static final List<QueryParameter> LEGAL =
      QueryParameter.all(
          QueryParameter.of(VersionField.class, VersionOrder.class),
          List.of(QueryParameter.page()));

  private static Parameters read(String... namesAndValues) {
    Map<String, List<String>> given = new java.util.LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      given
          .computeIfAbsent(namesAndValues[i], name -> new java.util.ArrayList<>())
          .add(namesAndValues[i + 1]);
    }
    return Parameters.read(given, LEGAL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          comit    | 412786a    | There is no parameter “comit”. The parameters here are: package,
          commit   | zz         | commit: “zz” is not the beginning of a commit. Write at least the first 7 digits
          evidence | bogus      | evidence: “bogus” is not possible here. Write one of
          from     | notadate   | from: “notadate” is not a day. Write a day such as 2025-09-30.
          sort     | best       | sort: “best” is not possible here. Write one of newest, oldest, package.
          page     | 0          | page: “0” is not possible here. Write a number from 1 to 100,000.
          page     | 1e3        | page: “1e3” is not possible here.
          page     | 99999999999 | page: “99999999999” is not possible here.
          """)
  void shouldRefuseWhatCannotBeUsed(String name, String value, String sentence) {
    assertThatThrownBy(() -> read(name, value))
        .isInstanceOf(IllegalParameterException.class)
        .hasMessageStartingWith(sentence);
  }

  @Test
  void shouldRefuseARangeThatIsUpsideDown() {
    assertThatThrownBy(() -> read("from", "2026-08-11", "to", "2026-08-10"))
        .hasMessage("from: “2026-08-11” is after “to”, which is 2026-08-10. Write an earlier day.");
    assertThat(
            ListPaths.query(
                read("from", "2026-08-11", "to", "2026-08-11").filter(VersionField.class)))
        .isEqualTo("?from=2026-08-11&to=2026-08-11");
  }

  @Test
  void shouldRefuseTwoValuesOfOneParameter() {
    assertThatThrownBy(() -> read("evidence", "verified", "evidence", "rejected"))
        .hasMessage("evidence: “rejected” is a second value. Write only one value.");
    assertThat(read("evidence", "", "evidence", "verified").get("evidence")).hasValue("verified");
  }

  @Test
  void shouldTakeAnEmptyValueForNone() {
    Parameters given = read("evidence", " ", "sort", "", "page", "");

    assertThat(given.filter(VersionField.class).values()).isEmpty();
    assertThat(given.sort(VersionOrder.class)).isEqualTo(VersionOrder.NEWEST);
    assertThat(given.offset(50)).isZero();
    assertThat(read("page", "3").offset(50)).isEqualTo(100);
  }

  @Test
  void shouldSayWhereThereAreNoParameters() {
    assertThatThrownBy(() -> Parameters.read(Map.of("step", List.of("week")), List.of()))
        .hasMessage("There is no parameter “step”. This address takes no parameters.");
  }
}
