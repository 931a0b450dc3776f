package dev.whence.registry.http;

import java.util.concurrent.Semaphore;

/** Places for requests under way, whose number may change while some are taken. */
final class Places extends Semaphore {

  private static final long serialVersionUID = 1L;

  private int places;

  Places(int places) {
    super(places);
    this.places = places;
  }

  /** From now on so many; who has a place keeps it. */
  synchronized void resize(int wanted) {
    if (wanted > places) {
      release(wanted - places);
    } else {
      reducePermits(places - wanted);
    }
    places = wanted;
  }
}
