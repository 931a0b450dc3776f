package dev.whence.registry.npm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whence.provenance.PackageName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of the changes feed, the odd and the hostile ones included. */
class ChangesPageTest {

  private static ChangesPage read(String json) throws IOException {
    return ChangesPage.read(new ByteArrayInputStream(json.getBytes(UTF_8)));
  }

  private static FeedChange change(String name, boolean deleted) {
    return new FeedChange(new PackageName(name), deleted);
  }

  @Test
  void shouldReadEachPackageOnceAsItsLastLineTells() throws IOException {
    ChangesPage page =
        read(
            """
            {"results":[
              {"seq":3,"id":"a","changes":[{"rev":"1-0"},{"rev":"2-0"}]},
              {"seq":5,"id":"@s/b","changes":[{"rev":"1-0"}],"deleted":true},
              {"seq":9,"id":"a","changes":[],"deleted":true},
              {"seq":12,"id":"c","changes":[]}],
             "last_seq":12,"pending":0}
            """);
    assertThat(page.changes())
        .containsExactlyInAnyOrder(change("a", true), change("@s/b", true), change("c", false));
    assertThat(page.lines()).isEqualTo(4);
    assertThat(page.lastSequence()).isEqualTo(12);
  }

  @Test
  void shouldLeaveOutWhatIsNoPackageName() throws IOException {
    ChangesPage page =
        read(
            """
            {"last_seq":7,"results":[{"id":"_design/app"},{"id":"../x"},{"id":7},{"seq":1},
              {"id":{"id":"nested"}},{"id":"ok","deleted":"yes"},{"id":"__proto__"}]}
            """);
    assertThat(page.changes())
        .containsExactlyInAnyOrder(change("ok", false), change("__proto__", false));
    assertThat(page.lines()).isEqualTo(7);
  }

  @Test
  void shouldReadAnEmptyPage() throws IOException {
    assertThat(read("{\"results\":[],\"last_seq\":41}").lastSequence()).isEqualTo(41);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"results\":[]}",
        "{\"last_seq\":1}",
        "{\"results\":{},\"last_seq\":1}",
        "{\"results\":[],\"last_seq\":\"1\"}",
        "{\"results\":[],\"last_seq\":-1}",
        "{\"results\":[],\"last_seq\":99999999999999999999}",
        "{\"results\":[1],\"last_seq\":1}",
        "{\"results\":[{\"id\":\"a\"}",
        "{\"error\":\"too many requests\"}"
      })
  void shouldRefuseWhatIsNoPage(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(IOException.class);
  }
}
