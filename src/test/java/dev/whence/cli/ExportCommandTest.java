package dev.whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be refused is refused before a database is started. */
class ExportCommandTest {

  @TempDir Path folder;

  private final StringWriter err = new StringWriter();

  @Test
  void shouldNameTheDataSetsThereAre() {
    assertThat(run("--dataset", "everything", "--out", folder.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("'everything'", "attestations, adoption_daily");
  }

  @Test
  void shouldNameTheFormatsThereAre() {
    assertThat(run("--dataset", "attestations", "--format", "xlsx", "--out", folder.toString()))
        .isEqualTo(2);
    assertThat(err.toString()).contains("'xlsx'", "csv");
  }

  @Test
  void shouldNotReplaceAnEarlierExport() throws IOException {
    Files.writeString(folder.resolve("attestations.csv"), "precious");

    assertThat(run("--dataset", "attestations", "--out", folder.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("exists already", "--overwrite");
    assertThat(folder.resolve("attestations.csv")).hasContent("precious");
  }

  @Test
  void shouldRefuseAFolderThatIsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThat(run("--dataset", "attestations", "--out", file.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("cannot make the folder");
  }

  @Test
  void shouldSayThatThereIsNoCatalog() {
    Path data = folder.resolve("none");

    int code =
        run("--dataset", "attestations", "--out", folder.toString(), "--data", data.toString());

    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).contains("no catalog in " + data, "./whence up");
    assertThat(data).doesNotExist();
  }

  private int run(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "export";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Main.commandLine().setErr(new PrintWriter(err)).execute(all);
  }
}
