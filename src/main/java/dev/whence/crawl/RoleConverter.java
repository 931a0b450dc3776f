package dev.whence.crawl;

import org.eclipse.microprofile.config.spi.Converter;

/** Reads roles from the configuration. A word that is not a role stops the start. */
public final class RoleConverter implements Converter<Role> {

  private static final long serialVersionUID = 1;

  @Override
  public Role convert(String word) {
    return Role.of(word);
  }
}
