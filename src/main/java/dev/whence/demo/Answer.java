package dev.whence.demo;

import dev.whence.demo.store.Body;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What the registry answers. */
sealed interface Answer {

  /** JSON that was prepared, with an entity tag. */
  record Prepared(Body body) implements Answer {}

  /** JSON that was made for this answer. */
  record Made(int status, byte[] json) implements Answer {}

  /** A file of bytes. */
  record Download(Path file) implements Answer {}

  static Answer made(String json) {
    return new Made(200, json.getBytes(StandardCharsets.UTF_8));
  }

  static Answer refused(int status, String error) {
    return new Made(status, "{\"error\":\"%s\"}".formatted(error).getBytes(StandardCharsets.UTF_8));
  }

  static Answer notFound() {
    return refused(404, "not found");
  }
}
