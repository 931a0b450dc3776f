package dev.whence.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;

/** Problems for requests that were refused before any resource was asked for. */
@Singleton
public final class Problems {

  public static final String MEDIA_TYPE = Problem.MEDIA_TYPE;

  private final ObjectMapper mapper;

  Problems(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** Whether an error at this path is told as a problem. */
  public static boolean areFor(String path) {
    return path.startsWith(ProblemMappers.ROOT);
  }

  /** The problem that a status alone tells, as JSON. */
  public String json(int status, String path) {
    try {
      return mapper.writeValueAsString(ProblemMappers.standard(status, path));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem cannot be written as JSON", e);
    }
  }
}
