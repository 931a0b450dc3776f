package dev.whence.demo;

/** How an answer goes wrong. */
public sealed interface AnswerFault {

  /** Only this status; 429 also asks for a pause. */
  record Refused(int status) implements AnswerFault {}

  /** A fault on the way to the client. */
  enum Broken implements AnswerFault {
    /** The connection is closed without an answer. */
    RESET,
    /** The connection is closed within the body. */
    TRUNCATE,
    /** The answer is right, and late. */
    SLOW,
    /** 200 with bytes that are not JSON. */
    GARBAGE
  }
}
