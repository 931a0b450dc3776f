package dev.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageArgumentsTest {

  @TempDir private Path folder;
  private final List<String> complaints = new ArrayList<>();

  @Test
  void shouldNameALineThatIsNoNameAndGoOn() throws IOException {
    Path list =
        Files.writeString(
            folder.resolve("list"),
            "\ufeffjose # good\n\nnot a name\n# a comment\n@scope/a\r\n../etc\n\u001b[2J\nswr");

    assertThat(names(list.toString())).containsExactly("jose", "@scope/a", "swr");
    assertThat(complaints)
        .containsExactly(
            list + ":3: 'not a name' is not a package name, and is left out",
            list + ":6: '../etc' is not a package name, and is left out",
            list + ":7: '\\u001b[2J' is not a package name, and is left out");
  }

  @Test
  void shouldReadAFileThatIsNotText() throws IOException {
    Path list = Files.write(folder.resolve("list"), new byte[] {'a', '\n', (byte) 0xff, '\n'});

    assertThat(names(list.toString())).containsExactly("a");
    assertThat(complaints).singleElement().asString().contains(":2: ");
  }

  @Test
  void shouldNotRepeatItselfForAFileOfAnotherKind() throws IOException {
    Path list =
        Files.write(folder.resolve("list"), Collections.nCopies(5_000, "{\"name\": \"jose\"}"));

    assertThatThrownBy(() -> names(list.toString())).hasMessage("--packages names no package");
    assertThat(complaints).hasSize(21).last().asString().contains("5000 lines");
  }

  @Test
  void shouldReadStandardInput() {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream("a\nb c\n".getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(names("-", "d")).containsExactly("a", "d");
    } finally {
      System.setIn(before);
    }
    assertThat(complaints)
        .containsExactly("standard input:2: 'b c' is not a package name, and is left out");
  }

  @Test
  void shouldReadAPipe() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Process writer =
        new ProcessBuilder("sh", "-c", "printf 'a\\n@b/c\\n' > \"$0\"", pipe.toString()).start();

    assertThat(names(pipe.toString())).containsExactly("a", "@b/c");
    assertThat(writer.waitFor()).isZero();
  }

  @Test
  void shouldTakeAFolderForAName() throws IOException {
    // Such as the very folder that the tests run in has.
    assertThat(Files.isDirectory(Path.of("src"))).isTrue();

    assertThat(names("src")).containsExactly("src");
  }

  private Iterable<String> names(String... arguments) {
    return PackageArguments.names(List.of(arguments), complaints::add);
  }
}
