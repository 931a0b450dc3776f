package dev.whence.demo;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Answers over HTTP/1.1 from one event loop. It shares the cores with its clients, and an answer is
 * a look-up and a write.
 */
final class RegistryServer implements AutoCloseable {

  private final Vertx vertx;
  private final HttpServer server;

  private RegistryServer(Vertx vertx, HttpServer server) {
    this.vertx = vertx;
    this.server = server;
  }

  /** Starts one. */
  static RegistryServer start(DemoServing serving, Routes routes) throws IOException {
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(1)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
    FaultyAnswers way = new FaultyAnswers(vertx, serving.faults());
    try {
      HttpServer server =
          vertx
              .createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
              .requestHandler(logged(serving, vertx, request -> handle(request, routes, way)));
      return new RegistryServer(vertx, await(server.listen(serving.port(), serving.host())));
    } catch (CompletionException e) {
      vertx.close();
      throw new IOException(
          "cannot open port " + serving.port() + " of " + serving.host(), e.getCause());
    }
  }

  private static Handler<HttpServerRequest> logged(
      DemoServing serving, Vertx vertx, Handler<HttpServerRequest> answer) {
    @Nullable AccessLog log = serving.accessLog();
    return log == null ? answer : log.around(answer, vertx);
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  int port() {
    return server.actualPort();
  }

  private static void handle(HttpServerRequest request, Routes routes, FaultyAnswers way) {
    if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
      AnswerSender.send(request, Answer.refused(405, "method not allowed"));
      return;
    }
    String path = request.path();
    HostAndPort host = request.authority();
    if (path == null || host == null) {
      AnswerSender.send(request, Answer.refused(400, "a path and a host are needed"));
      return;
    }
    try {
      way.send(request, path, routes.find(path, request.params()::get, host.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    await(vertx.close());
  }
}
