package dev.whence.demo;

import dev.whence.demo.store.Body;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Sends answers in a form that the client accepts. */
final class AnswerSender {

  private AnswerSender() {}

  static void send(HttpServerRequest request, Answer answer) {
    HttpServerResponse response = request.response();
    switch (answer) {
      case Answer.Prepared(Body body) -> {
        response
            .putHeader("ETag", body.etag())
            .putHeader("Cache-Control", "public, max-age=300")
            .putHeader("Vary", "Accept-Encoding, Accept");
        if (body.etag().equals(request.getHeader("If-None-Match"))) {
          response.setStatusCode(304).end();
        } else {
          send(request, 200, encoded(request, body));
        }
      }
      case Answer.Made made -> send(request, made.status(), made.json());
      case Answer.Download download -> {
        response.putHeader("Content-Type", "application/octet-stream");
        response.sendFile(download.file().toAbsolutePath().toString());
      }
    }
  }

  /** Compressed if the client accepts that. */
  private static byte[] encoded(HttpServerRequest request, Body body) {
    String accepted = request.getHeader("Accept-Encoding");
    if (accepted == null || !accepted.contains("gzip")) {
      return inflated(body);
    }
    request.response().putHeader("Content-Encoding", "gzip");
    return body.gzip();
  }

  private static void send(HttpServerRequest request, int status, byte[] bytes) {
    HttpServerResponse response = json(request, status);
    if (request.method().equals(HttpMethod.HEAD)) {
      response.putHeader("Content-Length", Integer.toString(bytes.length)).end();
    } else {
      response.end(Buffer.buffer(bytes));
    }
  }

  private static HttpServerResponse json(HttpServerRequest request, int status) {
    return request.response().setStatusCode(status).putHeader("Content-Type", "application/json");
  }

  /** Announces the whole answer, sends half of its body and closes the connection. */
  static void sendHalf(HttpServerRequest request, Answer answer) throws IOException {
    byte[] whole =
        switch (answer) {
          case Answer.Prepared(Body body) -> encoded(request, body);
          case Answer.Made made -> made.json();
          case Answer.Download download -> Files.readAllBytes(download.file());
        };
    int status = answer instanceof Answer.Made made ? made.status() : 200;
    json(request, status)
        .putHeader("Content-Length", Integer.toString(whole.length))
        .write(Buffer.buffer(Arrays.copyOf(whole, whole.length / 2)))
        .onComplete(_ -> request.connection().close());
  }

  private static byte[] inflated(Body body) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body.gzip()))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
