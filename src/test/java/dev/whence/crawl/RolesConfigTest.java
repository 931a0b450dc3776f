package dev.whence.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RolesConfigTest {

  @Test
  void shouldRunEverythingUnlessToldOtherwise() {
    assertThat(roles(setting(Map.of())))
        .containsExactlyInAnyOrder(Role.WEB, Role.CRAWL, Role.VERIFY);
  }

  @Test
  void shouldReadRolesFromSettingsAndEnvironment() {
    assertThat(roles(setting(Map.of("whence.roles", "web, crawl"))))
        .containsExactlyInAnyOrder(Role.WEB, Role.CRAWL);
    assertThat(roles(environment(Map.of("WHENCE_ROLES", "verify")))).containsExactly(Role.VERIFY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"crawler", "Web", "web;crawl"})
  void shouldNameAWrongRoleAndThePossibleOnes(String wrong) {
    for (ConfigSource source :
        Set.of(
            setting(Map.of("whence.roles", "verify," + wrong)),
            environment(Map.of("WHENCE_ROLES", wrong)))) {
      assertThatThrownBy(() -> roles(source))
          .hasMessageContaining(
              "whence.roles names the role '%s', which does not exist. There are: web, crawl,"
                  + " verify, catalog.",
              wrong);
    }
  }

  @Test
  void shouldWriteRolesAsTheyAreRead() {
    String words = Role.words(Set.of(Role.VERIFY, Role.WEB, Role.CATALOG));
    assertThat(words).isEqualTo("web,verify,catalog");
    assertThat(roles(setting(Map.of("whence.roles", words))))
        .containsExactlyInAnyOrder(Role.WEB, Role.VERIFY, Role.CATALOG);
  }

  private static Set<Role> roles(ConfigSource source) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(RolesConfig.class)
        .withSources(source)
        .build()
        .getConfigMapping(RolesConfig.class)
        .roles();
  }

  private static ConfigSource setting(Map<String, String> settings) {
    return new PropertiesConfigSource(settings, "settings", 100);
  }

  private static ConfigSource environment(Map<String, String> variables) {
    return new EnvConfigSource(variables, 300);
  }
}
