package dev.whence.registry;

import static dev.whence.registry.WrittenPackument.parse;
import static dev.whence.registry.WrittenPackument.read;
import static dev.whence.registry.WrittenPackument.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whence.provenance.Packument;
import dev.whence.provenance.PackumentVersion;
import dev.whence.registry.npm.NotAPackumentException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms that a field of a packument may have, and what its absence says. */
class PackumentFormsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'2021-01-01T00:00:00Z'",
        "{'time':'2021-01-01T00:00:00Z'}",
        "{'versions':['1.0.0',1,null,['2.0.0']]},'modified':'2021-01-01T00:00:00Z'",
        "{'time':[]},'modified':'2021-01-01T00:00:00Z'"
      })
  void shouldKnowWhenAPackageWasUnpublishedInAnyForm(String unpublished) {
    String text = "{'name':'p','time':{'unpublished':" + unpublished + "}}";
    assertThat(read(text.replace('\'', '"')).unpublishedAt()).isEqualTo("2021-01-01T00:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'x'", "null", "{}", "[]", "{'time':'x'}"})
  void shouldRefuseATombstoneWithoutATime(String unpublished) {
    String text = "{'name':'p','time':{'unpublished':" + unpublished + "}}";
    assertThatThrownBy(() -> parse(text.replace('\'', '"')))
        .isInstanceOf(NotAPackumentException.class);
  }

  @Test
  void shouldCountAVersionOnceThatIsNamedInSeveralPlaces() {
    Packument packument =
        read(
            """
            {"name":"p","versions":{"2.0.0":{}},"time":{"1.0.0":"2020-01-01T00:00:00Z",
              "2.0.0":"2022-01-01T00:00:00Z",
              "unpublished":{"time":"2021-01-01T00:00:00Z","versions":["0.9.0","1.0.0","2.0.0"]}}}
            """);
    assertThat(packument.unpublishedAt()).as("it has a version").isNull();
    assertThat(packument.versions()).extracting(PackumentVersion::version).containsExactly("2.0.0");
    assertThat(packument.removedVersions())
        .containsOnlyKeys("0.9.0", "1.0.0")
        .containsEntry("0.9.0", null)
        .containsEntry("1.0.0", Instant.parse("2020-01-01T00:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'license':'MIT'} | MIT",
        "{'license':{'type':'MIT','url':'https://x.test'}} | MIT",
        "{'license':{'url':'https://x.test','name':'(MIT OR Apache-2.0)'}} | (MIT OR Apache-2.0)",
        "{'license':{'url':'https://x.test'}} | https://x.test",
        "{'licenses':[{'type':'MIT'},{'type':'BSD-3-Clause'}]} | (MIT OR BSD-3-Clause)",
        "{'license':['MIT','ISC']} | (MIT OR ISC)",
        "{'license':[{'type':'MIT'}]} | MIT",
        "{'license':['MIT','MIT']} | MIT",
        "{'license':['MIT','ISC AND 0BSD']} | (MIT OR (ISC AND 0BSD))",
        "{'licence':'MIT'} | MIT",
        "{'licenses':'MIT'} | MIT",
        "{'licences':{'type':'MIT'}} | MIT",
        "{'licenses':'ISC','license':'MIT'} | MIT",
        "{'license':'','licenses':'ISC'} | ISC",
        "{'license':null,'licence':'ISC'} | ISC",
        "{'license':true,'licenses':[{},1]} |",
        "{'license':'SEE LICENSE IN <b>LICENSE.md</b>'} | SEE LICENSE IN <b>LICENSE.md</b>"
      })
  void shouldReadEveryFormOfALicence(String json, @Nullable String license) {
    assertThat(version(json.replace('\'', '"')).license()).isEqualTo(license);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{'provenance':{}}", "{'url':1}", "[]", "'x'", "true", "1", "['u']"})
  void shouldTakeAnyFormOfAttestationsForAnAdvertisement(String form) {
    assertThat(advertises(form)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "false", "''"})
  void shouldTakeNothingForNoAdvertisement(String form) {
    assertThat(advertises(form)).isFalse();
    assertThat(version("{\"dist\":{}}").advertisesAttestations()).isFalse();
  }

  private static boolean advertises(String form) {
    String json = "{'dist':{'attestations':" + form + "}}";
    return version(json.replace('\'', '"')).advertisesAttestations();
  }

  @Test
  void shouldTellAStatedAbsenceFromAMissingField() {
    assertThat(version("{}").deprecated()).isNull();
    assertThat(version("{\"deprecated\":null}").deprecated()).isNull();
    assertThat(version("{\"deprecated\":false}").deprecated()).isEmpty();
    assertThat(version("{\"deprecated\":\"\"}").deprecated()).isEmpty();
    assertThat(version("{\"deprecated\":true}").deprecated()).isEqualTo("true");
    assertThat(version("{}").hasInstallScript()).isNull();
    assertThat(version("{\"scripts\":{\"test\":\"x\"}}").hasInstallScript()).isFalse();
    assertThat(read("{\"name\":\"p\",\"versions\":{}}").distTags()).isNull();
    assertThat(read("{\"name\":\"p\",\"versions\":{},\"dist-tags\":{}}").distTags()).isEmpty();
    assertThat(read("{\"name\":\"p\",\"versions\":{},\"dist-tags\":{\"latest\":null}}").distTags())
        .isEmpty();
  }

  @Test
  void shouldTakeTheFirstRepositoryOfAList() {
    PackumentVersion version =
        version("{\"repository\":[{\"type\":\"git\"},{\"url\":\"https://x.test/a\"},\"b\"]}");
    assertThat(version.repositoryUrl()).isEqualTo("https://x.test/a");
  }

  @Test
  void shouldSayWhatAnErrorSays() {
    assertThatThrownBy(() -> parse("{\"error\":\"internal\"}"))
        .isInstanceOf(NotAPackumentException.class)
        .hasMessage("it is an error, internal");
  }
}
