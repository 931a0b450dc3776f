package dev.whence.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Fails, so that a test can see what a failure of ours looks like from outside. */
@Path("/planted-failure")
public class PlantedFailure {

  /** Says something that no visitor may read. */
  public static final String SECRET = "the password of the planted database";

  @GET
  public String fail() {
    throw new IllegalStateException(SECRET);
  }
}
