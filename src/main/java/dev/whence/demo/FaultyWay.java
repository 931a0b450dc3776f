package dev.whence.demo;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;

/** Applies faults to answers between a registry and its client. */
final class FaultyWay {

  private final Vertx vertx;
  private final AnswerFaults faults;

  FaultyWay(Vertx vertx, AnswerFaults faults) {
    this.vertx = vertx;
    this.faults = faults;
  }

  /** Sends the part of the right answer that arrives. */
  void send(HttpServerRequest request, String path, Answer right) throws IOException {
    switch (faults.draw(path).orElse(null)) {
      case null -> Sending.send(request, right);
      case AnswerFault.Refused(int status) -> refuse(request, status);
      case AnswerFault.Broken.RESET -> request.connection().close();
      case AnswerFault.Broken.TRUNCATE -> Sending.sendHalf(request, right);
      case AnswerFault.Broken.SLOW ->
          vertx.setTimer(faults.delay().toMillis(), _ -> Sending.send(request, right));
      case AnswerFault.Broken.GARBAGE ->
          Sending.send(request, new Answer.Made(200, AnswerFaults.garbage(path)));
    }
  }

  private void refuse(HttpServerRequest request, int status) {
    if (status == 429) {
      request.response().putHeader("Retry-After", Long.toString(faults.retryAfter().toSeconds()));
    }
    Sending.send(request, Answer.refused(status, "not now"));
  }
}
