package dev.whence.web.ui;

import io.quarkus.qute.TemplateExtension;
import java.util.List;
import java.util.regex.Pattern;

/** Where templates let a narrow screen break a text that has no spaces. */
@TemplateExtension
public final class LineBreaks {

  /** After a slash that is not one of the two of {@code https://}. */
  private static final Pattern AFTER_SLASH = Pattern.compile("(?<=[^/:]/)(?!/)");

  private LineBreaks() {}

  /** A path or an address in the parts between which it may break. */
  public static List<String> pathParts(String text) {
    return List.of(AFTER_SLASH.split(text));
  }
}
