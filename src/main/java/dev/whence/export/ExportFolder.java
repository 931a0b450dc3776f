package dev.whence.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where one data set's files go. They are written in a hidden folder and then moved, the manifest
 * last. So a manifest always belongs to the files beside it, even if an export was interrupted.
 */
public final class ExportFolder {

  private final Path folder;
  private final Dataset dataset;

  private ExportFolder(Path folder, Dataset dataset) {
    this.folder = folder;
    this.dataset = dataset;
  }

  /**
   * Makes the folder if it is missing.
   *
   * @param overwrite files of an earlier export may be replaced
   */
  public static ExportFolder open(Path folder, Dataset dataset, boolean overwrite)
      throws ExportException {
    ExportFolder opened = new ExportFolder(folder.toAbsolutePath().normalize(), dataset);
    opened.check(overwrite);
    return opened;
  }

  private void check(boolean overwrite) throws ExportException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new ExportException("cannot make the folder " + folder + ": " + e);
    }
    if (!Files.isWritable(folder)) {
      throw new ExportException("cannot write to the folder " + folder);
    }
    for (String name : names()) {
      if (!overwrite && Files.exists(folder.resolve(name))) {
        throw new ExportException(
            folder.resolve(name)
                + " exists already. Replace it with --overwrite, or choose"
                + " another folder.");
      }
    }
  }

  Dataset dataset() {
    return dataset;
  }

  Path aside() throws IOException {
    return Files.createTempDirectory(folder, "." + dataset.title() + "-");
  }

  /** Moves all files from the hidden folder into place and removes it. */
  void moveIntoPlace(Path aside) throws IOException {
    Files.deleteIfExists(folder.resolve(manifestName()));
    for (String name : names()) {
      Files.move(
          aside.resolve(name),
          folder.resolve(name),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    }
    remove(aside);
  }

  /** Removes the hidden folder with all its content. */
  static void remove(Path aside) throws IOException {
    if (!Files.exists(aside)) {
      return;
    }
    try (Stream<Path> files = Files.list(aside)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(aside);
  }

  String dataName() {
    return dataset.title() + ".csv";
  }

  String dictionaryName() {
    return dataset.title() + ".columns.csv";
  }

  String manifestName() {
    return dataset.title() + ".manifest.json";
  }

  private List<String> names() {
    return List.of(dataName(), dictionaryName(), manifestName());
  }
}
