package dev.whence.registry.http;

import java.util.concurrent.Semaphore;

/** Places for running requests. Their number may change while some are taken. */
final class RequestPlaces extends Semaphore {

  private static final long serialVersionUID = 1L;

  private int places;

  RequestPlaces(int places) {
    super(places);
    this.places = places;
  }

  /** Sets the number; taken places stay taken. */
  synchronized void resize(int wanted) {
    if (wanted > places) {
      release(wanted - places);
    } else {
      reducePermits(places - wanted);
    }
    places = wanted;
  }
}
