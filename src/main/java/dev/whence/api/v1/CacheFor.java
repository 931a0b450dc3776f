package dev.whence.api.v1;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Says how long a client may use an answer without asking again. The answer gets an ETag, too. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@interface CacheFor {

  /** Lists and packages change with each crawl. */
  int LIST = 60;

  /** One version's facts change only when it is verified again or removed. */
  int VERSION = 300;

  /** Seconds. */
  int value();
}
