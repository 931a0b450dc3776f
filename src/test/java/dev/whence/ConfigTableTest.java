package dev.whence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.crawl.CrawlConfig;
import dev.whence.crawl.RolesConfig;
import dev.whence.registry.RegistryConfig;
import dev.whence.verify.TrustConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.common.utils.StringUtil;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of settings in docs/operations.md has each setting that there is, and its default. */
class ConfigTableTest {

  private static final Pattern ROW =
      Pattern.compile("^\\| `(whence\\.[^`]+)` \\| (?:`([^`]*)`)? ?\\| (.+) \\|$");

  @Test
  void shouldListEverySettingWithItsDefault() throws IOException {
    Map<String, String> settings = new TreeMap<>();
    Stream.of(CrawlConfig.class, RolesConfig.class, RegistryConfig.class, TrustConfig.class)
        .forEach(mapping -> settings.putAll(settings(mapping)));

    assertThat(table(Files.readAllLines(Path.of("docs/operations.md"))))
        .containsExactlyInAnyOrderEntriesOf(settings);
  }

  @Test
  void shouldReadTheTableAsItIsWritten() {
    assertThat(
            table(
                List.of(
                    "| key | default | what it is |",
                    "| `whence.a.b` | `1` | One. |",
                    "| `whence.c` |  | Two. |")))
        .containsExactlyInAnyOrderEntriesOf(Map.of("whence.a.b", "1", "whence.c", ""));
  }

  private static Map<String, String> settings(Class<?> mapping) {
    String prefix = mapping.getAnnotation(ConfigMapping.class).prefix();
    Map<String, String> settings = new TreeMap<>();
    for (Method property : mapping.getMethods()) {
      WithDefault withDefault = property.getAnnotation(WithDefault.class);
      settings.put(
          prefix + "." + StringUtil.skewer(property.getName()),
          withDefault == null ? "" : withDefault.value());
    }
    return settings;
  }

  private static Map<String, String> table(List<String> lines) {
    Map<String, String> table = new TreeMap<>();
    for (String line : lines) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        table.put(row.group(1), row.group(2) == null ? "" : row.group(2));
      }
    }
    return table;
  }
}
