package dev.whence.cli;

import dev.whence.provenance.PackageName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What {@code --packages} names: packages, or lists of them in files, pipes and standard input. */
final class PackageArguments {

  private static final String STANDARD_INPUT = "-";

  /** If more lines are no names, it is another kind of file. */
  private static final int MOST_COMPLAINTS = 20;

  private static final int LONGEST_QUOTE = 80;

  private final Consumer<String> complaints;
  private final Set<String> names = new LinkedHashSet<>();
  private int badLines;

  private PackageArguments(Consumer<String> complaints) {
    this.complaints = complaints;
  }

  /**
   * The names, each once, in their order.
   *
   * @param complaints gets a line of text for each line of a list that is no name and is ignored
   */
  static Set<String> names(List<String> arguments, Consumer<String> complaints) {
    PackageArguments read = new PackageArguments(complaints);
    arguments.forEach(read::add);
    if (read.badLines > MOST_COMPLAINTS) {
      complaints.accept(
          "--packages: %d lines that are no package names were left out".formatted(read.badLines));
    }
    if (read.names.isEmpty()) {
      throw CliException.usage("--packages names no package");
    }
    return read.names;
  }

  private void add(String argument) {
    Optional<Path> file = file(argument);
    if (argument.equals(STANDARD_INPUT) || file.isPresent()) {
      addList(argument, file);
      return;
    }
    names.add(
        canonical(argument)
            .orElseThrow(
                () ->
                    CliException.usage(
                        "--packages: '" + argument + "' is neither a file nor a package name")));
  }

  /** A file or a pipe; a folder may have the name of a package. */
  private static Optional<Path> file(String argument) {
    try {
      return Optional.of(Path.of(argument))
          .filter(path -> Files.exists(path) && !Files.isDirectory(path));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private void addList(String argument, Optional<Path> file) {
    String text;
    try (InputStream in = file.isPresent() ? Files.newInputStream(file.get()) : System.in) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw CliException.usage("--packages: cannot read the file " + argument);
    }
    int number = 0;
    // Some editors write a byte order mark at the beginning of a file.
    for (String line : text.replaceFirst("^\ufeff", "").lines().toList()) {
      number++;
      String name = line.replaceFirst("#.*", "").strip();
      if (!name.isEmpty()) {
        canonical(name).ifPresentOrElse(names::add, badLine(argument, number, name));
      }
    }
  }

  private Runnable badLine(String list, int number, String text) {
    return () -> {
      badLines++;
      if (badLines <= MOST_COMPLAINTS) {
        String quote =
            text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
        complaints.accept(
            "%s:%d: '%s' is not a package name, and is left out"
                .formatted(
                    list.equals(STANDARD_INPUT) ? "standard input" : list,
                    number,
                    LogText.of(quote)));
      }
    };
  }

  private static Optional<String> canonical(String name) {
    return PackageName.parse(name).map(PackageName::toString);
  }
}
