package dev.whence.demo;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;

/** Applies faults to answers between a registry and its client. */
final class FaultyAnswers {

  private final Vertx vertx;
  private final AnswerFaults faults;

  FaultyAnswers(Vertx vertx, AnswerFaults faults) {
    this.vertx = vertx;
    this.faults = faults;
  }

  /** Sends the part of the right answer that arrives. */
  void send(HttpServerRequest request, String path, Answer right) throws IOException {
    switch (faults.draw(path).orElse(null)) {
      case null -> AnswerSender.send(request, right);
      case AnswerFault.Refused(int status) -> refuse(request, status);
      case AnswerFault.Broken.RESET -> request.connection().close();
      case AnswerFault.Broken.TRUNCATE -> AnswerSender.sendHalf(request, right);
      case AnswerFault.Broken.SLOW ->
          vertx.setTimer(faults.delay().toMillis(), _ -> AnswerSender.send(request, right));
      case AnswerFault.Broken.GARBAGE ->
          AnswerSender.send(request, new Answer.Made(200, AnswerFaults.garbage(path)));
    }
  }

  private void refuse(HttpServerRequest request, int status) {
    if (status == 429) {
      request.response().putHeader("Retry-After", Long.toString(faults.retryAfter().toSeconds()));
    }
    AnswerSender.send(request, Answer.refused(status, "not now"));
  }
}
