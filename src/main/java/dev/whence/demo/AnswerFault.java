package dev.whence.demo;

/** How an answer goes wrong. */
public sealed interface AnswerFault {

  /** No answer but this status, which asks for a pause where it is 429. */
  record Refused(int status) implements AnswerFault {}

  /** How an answer goes wrong on its way. */
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
