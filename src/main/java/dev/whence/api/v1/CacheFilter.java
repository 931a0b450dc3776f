package dev.whence.api.v1;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Gives answers an ETag made from their bytes, and answers 304 to clients that have them already.
 * The ETag is weak, because the same bytes may be sent compressed or not.
 */
class CacheFilter {

  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;

  private final ObjectMapper mapper;

  CacheFilter(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  @CacheFor(0)
  @ServerResponseFilter
  void filter(
      ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource) {
    Object entity = response.getEntity();
    if (response.getStatus() != OK || entity == null) {
      return;
    }
    byte[] body = bytes(entity);
    String etag = etag(body);
    response.getHeaders().putSingle(HttpHeaders.ETAG, etag);
    response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, cacheControl(resource));
    response.getHeaders().putSingle(HttpHeaders.VARY, "Accept, Accept-Encoding");
    if (matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), etag)) {
      response.setStatus(NOT_MODIFIED);
      response.setEntity(null);
    } else {
      response.setEntity(body);
    }
  }

  private static String cacheControl(ResourceInfo resource) {
    int seconds = resource.getResourceMethod().getAnnotation(CacheFor.class).value();
    return seconds == 0 ? "no-cache" : "public, max-age=" + seconds;
  }

  private byte[] bytes(Object entity) {
    return switch (entity) {
      case byte[] raw -> raw;
      case String text -> text.getBytes(StandardCharsets.UTF_8);
      default -> json(entity);
    };
  }

  private byte[] json(Object entity) {
    try {
      return mapper.writeValueAsBytes(entity);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer cannot be written as JSON", e);
    }
  }

  private static String etag(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      String text = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
      return "W/\"" + text.substring(0, 22) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Weak comparison (RFC 9110, 13.1.2). */
  private static boolean matches(@Nullable String ifNoneMatch, String etag) {
    return ifNoneMatch != null
        && (ifNoneMatch.strip().equals("*") || ifNoneMatch.contains(etag.substring(2)));
  }
}
