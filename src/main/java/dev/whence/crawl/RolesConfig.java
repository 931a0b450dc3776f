package dev.whence.crawl;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** Which parts of Whence run in this process. */
@ConfigMapping(prefix = "whence")
public interface RolesConfig {

  /** Any of {@code web}, {@code crawl} and {@code verify}. The command decides it. */
  @WithDefault("web,crawl,verify")
  Set<@WithConverter(RoleConverter.class) Role> roles();
}
