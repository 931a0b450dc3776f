package dev.whence.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;

/** Problems for requests that were refused before they reached a resource. */
@Singleton
public final class Problems {

  public static final String MEDIA_TYPE = Problem.MEDIA_TYPE;

  private final ObjectMapper mapper;

  Problems(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** Whether an error at this path is answered by a problem. */
  public static boolean areFor(String path) {
    return path.startsWith(ProblemMappers.ROOT);
  }

  /** The problem that belongs to a status, as JSON. */
  public String json(int status, String path) {
    try {
      return mapper.writeValueAsString(ProblemMappers.standard(status, path));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem cannot be written as JSON", e);
    }
  }
}
