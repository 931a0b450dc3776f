package dev.whence.web.facts;

import dev.whence.address.PagePaths;
import dev.whence.web.ui.Sentence;
import java.util.List;

/** Asks whether the reader meant a package with almost the same name. */
public final class DidYouMean {

  private DidYouMean() {}

  /** The question, with a link to each. */
  public static Sentence of(List<String> names) {
    Sentence.Writer out = Sentence.write().words("Did you mean ");
    for (int i = 0; i < names.size(); i++) {
      out.words(i == 0 ? "" : " or ").page(PagePaths.forPackage(names.get(i)), names.get(i));
    }
    return out.words("?").end();
  }
}
