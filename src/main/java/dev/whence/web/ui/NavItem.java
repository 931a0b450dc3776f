package dev.whence.web.ui;

import dev.whence.address.ListPaths;
import dev.whence.address.PagePaths;

/** The words in the header, in order. A word is here only while its page exists. */
public enum NavItem {
  PACKAGES("Packages", ListPaths.PACKAGES),
  REPOSITORIES("Repositories", PagePaths.REPOSITORIES),
  ADOPTION("Adoption", PagePaths.ADOPTION);

  private final String title;
  private final String path;

  NavItem(String title, String path) {
    this.title = title;
    this.path = path;
  }

  public String title() {
    return title;
  }

  public String path() {
    return path;
  }
}
