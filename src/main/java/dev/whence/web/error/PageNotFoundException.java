package dev.whence.web.error;

import dev.whence.web.ui.Sentence;
import org.jspecify.annotations.Nullable;

/** There is no such page, and the reader is told why. */
public final class PageNotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String title;
  private final String sentence;
  private final transient Sentence advice;
  private final @Nullable String packageName;
  private final @Nullable String json;

  /**
   * What the reader is told.
   *
   * @param title a few words
   * @param sentence what was asked for, and that it is not here
   * @param advice what to do instead
   */
  public PageNotFoundException(String title, String sentence, String advice) {
    this(title, sentence, Sentence.of(advice), null, null);
  }

  private PageNotFoundException(
      String title,
      String sentence,
      Sentence advice,
      @Nullable String packageName,
      @Nullable String json) {
    super(sentence, null, false, false);
    this.title = title;
    this.sentence = sentence;
    this.advice = advice;
    this.packageName = packageName;
    this.json = json;
  }

  /** The same with advice that has links in it. */
  public PageNotFoundException advising(Sentence links) {
    return new PageNotFoundException(title, sentence, links, packageName, json);
  }

  /**
   * The same about a package, which may exist elsewhere.
   *
   * @param path of the JSON that says the same
   */
  public PageNotFoundException about(String name, String path) {
    return new PageNotFoundException(title, sentence, advice, name, path);
  }

  String title() {
    return title;
  }

  String sentence() {
    return sentence;
  }

  Sentence advice() {
    return advice;
  }

  @Nullable String packageName() {
    return packageName;
  }

  @Nullable String json() {
    return json;
  }
}
