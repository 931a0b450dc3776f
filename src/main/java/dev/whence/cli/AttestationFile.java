package dev.whence.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the JSON documents in a file: one document, or one per line. */
final class AttestationFile {

  /** Real files are below 1 MB; each document has its own, smaller limit. */
  private static final int MAX_BYTES = 64 * 1024 * 1024;

  private AttestationFile() {}

  /** The documents in the file; {@code -} is standard input. */
  static List<byte[]> documents(String file) throws IOException {
    byte[] bytes = read(file);
    List<byte[]> lines = lines(bytes);
    long objects = lines.stream().filter(line -> line[0] == '{').count();
    // A document with line breaks begins one line at the margin with a brace, and ends in another.
    return objects == lines.size() && objects > 1 ? lines : List.of(bytes);
  }

  private static byte[] read(String file) throws IOException {
    try (InputStream in = file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new IOException("larger than " + MAX_BYTES + " bytes");
      }
      return bytes;
    } catch (InvalidPathException e) {
      throw new FileNotFoundException("not a file name");
    }
  }

  /** The lines that are not blank. */
  private static List<byte[]> lines(byte[] bytes) {
    List<byte[]> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= bytes.length; i++) {
      if (i == bytes.length || bytes[i] == '\n') {
        int end = i > start && bytes[i - 1] == '\r' ? i - 1 : i;
        if (end > start) {
          lines.add(Arrays.copyOfRange(bytes, start, end));
        }
        start = i + 1;
      }
    }
    return lines;
  }

  /** Why a file could not be read, in words for people. */
  static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "no such file";
      case AccessDeniedException _ -> "not readable";
      default -> String.valueOf(e.getMessage());
    };
  }
}
