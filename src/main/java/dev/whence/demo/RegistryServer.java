package dev.whence.demo;

import dev.whence.demo.store.Body;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.HostAndPort;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletionException;
import java.util.zip.GZIPInputStream;

/**
 * Answers over HTTP/1.1 from one event loop: it shares the cores with whoever asks, and an answer
 * is a look-up and a write.
 */
final class RegistryServer implements AutoCloseable {

  private final Vertx vertx;
  private final HttpServer server;

  private RegistryServer(Vertx vertx, HttpServer server) {
    this.vertx = vertx;
    this.server = server;
  }

  /**
   * Starts one.
   *
   * @param port 0 for any that is free
   */
  static RegistryServer start(String host, int port, Routes routes) throws IOException {
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(1)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
    try {
      HttpServer server =
          vertx
              .createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
              .requestHandler(request -> handle(request, routes));
      return new RegistryServer(vertx, await(server.listen(port, host)));
    } catch (CompletionException e) {
      vertx.close();
      throw new IOException("cannot open port " + port + " of " + host, e.getCause());
    }
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  int port() {
    return server.actualPort();
  }

  private static void handle(HttpServerRequest request, Routes routes) {
    if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
      send(request, Answer.refused(405, "method not allowed"));
      return;
    }
    String path = request.path();
    HostAndPort host = request.authority();
    if (path == null || host == null) {
      send(request, Answer.refused(400, "a path and a host are needed"));
      return;
    }
    try {
      send(request, routes.find(path, request.params()::get, host.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void send(HttpServerRequest request, Answer answer) {
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
          send(request, body);
        }
      }
      case Answer.Made made -> send(request, made.status(), made.json());
      case Answer.Download download -> {
        response.putHeader("Content-Type", "application/octet-stream");
        response.sendFile(download.file().toAbsolutePath().toString());
      }
    }
  }

  private static void send(HttpServerRequest request, Body body) {
    String accepted = request.getHeader("Accept-Encoding");
    if (accepted != null && accepted.contains("gzip")) {
      request.response().putHeader("Content-Encoding", "gzip");
      send(request, 200, body.gzip());
    } else {
      send(request, 200, inflated(body));
    }
  }

  private static void send(HttpServerRequest request, int status, byte[] bytes) {
    HttpServerResponse response =
        request.response().setStatusCode(status).putHeader("Content-Type", "application/json");
    if (request.method().equals(HttpMethod.HEAD)) {
      response.putHeader("Content-Length", Integer.toString(bytes.length)).end();
    } else {
      response.end(Buffer.buffer(bytes));
    }
  }

  private static byte[] inflated(Body body) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body.gzip()))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    await(vertx.close());
  }
}
