package dev.whence.web.error;

/**
 * The text of an error page, by status.
 *
 * @param sentence what happened
 * @param advice what to do about it
 */
record ErrorText(String title, String sentence, String advice) {

  private static final String SHORTER = "Search for what you are looking for by its name alone.";

  static ErrorText of(int status) {
    return switch (status) {
      case 400 ->
          new ErrorText(
              "This address cannot be read",
              "Something in the address or the request is not well-formed.",
              "Check it, or search for what you are looking for.");
      case 404 ->
          new ErrorText(
              "No such page",
              "There is no page at this address.",
              "Search for the package or the repository that you are looking for.");
      case 413 ->
          new ErrorText(
              "This request is too large",
              "What was sent is larger than Whence's limit.",
              "Open the address in a browser.");
      case 414 ->
          new ErrorText(
              "This address is too long", "No page has an address as long as this one.", SHORTER);
      case 431 ->
          new ErrorText(
              "This request is too large",
              "The browser sent more headers than Whence reads.",
              "Whence sets no cookies. Delete the cookies of other applications on this host.");
      case 500 ->
          new ErrorText(
              "This page failed",
              "Something went wrong on our side, and it has been logged.",
              "Nothing that is stored was lost. Try again in a while.");
      case 503 ->
          new ErrorText(
              "This page took too long",
              "Reading what this page shows took longer than this installation allows.",
              "Try again in a minute, or use a filter.");
      default ->
          new ErrorText(
              "This request is not answered",
              "Pages can only be read, as HTML.",
              "Open the address in a browser.");
    };
  }
}
