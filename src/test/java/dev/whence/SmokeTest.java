package dev.whence;

import org.junit.jupiter.api.Test;

class SmokeTest {
  @Test
  void nothing() {}
}
