package dev.whence;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappingInterface.Property;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the settings that docs/operations.md lists to the interfaces that define them. */
class ConfigTableTest {

  /** {@code | `key` | `default` | what it is |}; some defaults are absent. */
  private static final Pattern ROW =
      Pattern.compile("^\\| `(whence\\.[a-z.-]+)` \\| (?:`([^`|]*)`)? ?\\| [^|]{10,} \\|$");

  @Test
  void shouldListEverySettingWithItsDefault() throws IOException {
    assertThat(table(Files.readString(Path.of("docs/operations.md"))))
        .isNotEmpty()
        .isEqualTo(settings());
  }

  /** A list that could not differ would prove nothing. */
  @Test
  void shouldSeeARowThatIsMissingOrStrangeOrWrong() throws IOException {
    String text = Files.readString(Path.of("docs/operations.md"));
    String row = "| `whence.crawl.goal-warm` | `24h` |";
    assertThat(text).contains(row);
    for (String planted :
        new String[] {
          "| `whence.crawl.goal-warm` | `25h` |",
          "| `whence.crawl.goal-warm` |  |",
          "| `whence.crawl.goals-warm` | `24h` |",
          "| no setting |  |"
        }) {
      assertThat(table(text.replace(row, planted))).as(planted).isNotEqualTo(settings());
    }
  }

  private static Map<String, String> table(String text) {
    Map<String, String> rows = new TreeMap<>();
    text.lines()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .forEach(
            row ->
                assertThat(rows.put(row.group(1), row.group(2) == null ? "" : row.group(2)))
                    .as("%s is listed twice", row.group(1))
                    .isNull());
    return rows;
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.whence")) {
      if (type.isAnnotatedWith(ConfigMapping.class)) {
        String prefix = type.getAnnotationOfType(ConfigMapping.class).prefix();
        ConfigMappings.getProperties(new ConfigClass(type.reflect(), prefix))
            .forEach((key, property) -> settings.put(key, defaultOf(property)));
      }
    }
    // The members of a list are no settings of their own.
    settings.keySet().removeIf(key -> key.endsWith("[*]"));
    return settings;
  }

  private static String defaultOf(Property property) {
    Property leaf = property.isOptional() ? property.asOptional().getNestedProperty() : property;
    return leaf.hasDefaultValue() ? leaf.getDefaultValue() : "";
  }
}
