package dev.whence.web.error;

import dev.whence.web.ui.Sentence;
import org.jspecify.annotations.Nullable;

/** The page does not exist. The reader gets the reason. */
public final class PageNotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String title;
  private final String sentence;
  private final transient Sentence advice;
  private final @Nullable String packageName;
  private final @Nullable String json;
  private final boolean isAddable;

  /**
   * The text for the reader.
   *
   * @param title a few words
   * @param sentence what the reader asked for, and that it is not here
   * @param advice what to do instead
   */
  public PageNotFoundException(String title, String sentence, String advice) {
    this(title, sentence, Sentence.of(advice), null, null, false);
  }

  private PageNotFoundException(
      String title,
      String sentence,
      Sentence advice,
      @Nullable String packageName,
      @Nullable String json,
      boolean isAddable) {
    super(sentence, null, false, false);
    this.title = title;
    this.sentence = sentence;
    this.advice = advice;
    this.packageName = packageName;
    this.json = json;
    this.isAddable = isAddable;
  }

  /** The same with advice that has links in it. */
  public PageNotFoundException advising(Sentence links) {
    return new PageNotFoundException(title, sentence, links, packageName, json, isAddable);
  }

  /**
   * The same about a package, which may exist elsewhere.
   *
   * @param path of the JSON with the same answer
   */
  public PageNotFoundException about(String name, String path) {
    return new PageNotFoundException(title, sentence, advice, name, path, false);
  }

  /** The same about a package that whoever runs the installation can add. */
  public PageNotFoundException addable() {
    return new PageNotFoundException(title, sentence, advice, packageName, json, true);
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

  boolean isAddable() {
    return isAddable;
  }

  @Nullable String json() {
    return json;
  }
}
