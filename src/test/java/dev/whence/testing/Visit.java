package dev.whence.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitUntilState;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * One visitor's look at one page: a fresh browser profile, with a record of everything that a
 * careful site never does.
 */
public final class Visit implements AutoCloseable {

  public static final int PHONE = 360;
  public static final int DESKTOP = 1280;

  private static final int HEIGHT = 900;

  private final BrowserContext context;
  private final Page page;
  private final Response response;
  private final List<String> problems = new ArrayList<>();
  private final List<Response> responses = new ArrayList<>();

  private Visit(URI address, boolean javaScript) {
    context =
        Chromium.browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setJavaScriptEnabled(javaScript)
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setViewportSize(DESKTOP, HEIGHT));
    page = context.newPage();
    record(address);
    Response answer =
        page.navigate(
            address.toString(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
    if (answer == null) {
      throw new AssertionError("no answer from " + address);
    }
    response = answer;
  }

  /** Opens the address as most people do. */
  public static Visit to(URI address) {
    return new Visit(address, true);
  }

  /** Opens the address with JavaScript switched off. */
  public static Visit withoutJavaScript(URI address) {
    return new Visit(address, false);
  }

  private void record(URI address) {
    String origin = origin(address);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            problems.add("console " + message.type() + ": " + message.text());
          }
        });
    page.onPageError(error -> problems.add("uncaught error: " + error));
    page.onRequestFailed(failed -> problems.add("request failed: " + failed.url()));
    page.onDialog(this::refuse);
    context.onRequest(request -> recordForeign(request, origin));
    context.onResponse(this::recordResponse);
  }

  private void refuse(Dialog dialog) {
    problems.add("dialog: " + dialog.message());
    dialog.dismiss();
  }

  private void recordForeign(Request request, String origin) {
    if (!request.url().startsWith("data:") && !origin(URI.create(request.url())).equals(origin)) {
      problems.add("request to another origin: " + request.url());
    }
  }

  /** The page itself may be an error page on purpose; what it loads may not. */
  private void recordResponse(Response answer) {
    responses.add(answer);
    if (answer.status() >= 400 && !answer.request().isNavigationRequest()) {
      problems.add("answer " + answer.status() + ": " + answer.url());
    }
  }

  private static String origin(URI address) {
    return address.getScheme() + "://" + address.getRawAuthority();
  }

  public Page page() {
    return page;
  }

  public int status() {
    return response.status();
  }

  /** What went wrong so far, in words. */
  public List<String> problems() {
    // Chromium also writes the page's own status to the console; status() has it already.
    return problems.stream()
        .filter(
            problem -> status() < 400 || !problem.contains("the server responded with a status"))
        .toList();
  }

  /** Bytes that came over the wire for this page and all that it loads, without headers. */
  public long weight() {
    long sum = 0;
    // By number: to ask for a size lets the browser tell of answers that came meanwhile.
    for (int i = 0; i < responses.size(); i++) {
      sum += responses.get(i).request().sizes().responseBodySize;
    }
    return sum;
  }

  /** The text of the page's main part, as it is seen. */
  public String mainText() {
    return page.locator("main").innerText();
  }

  /** Shows the page in another width or colour scheme, without loading it again. */
  public void showAs(int width, ColorScheme scheme) {
    page.setViewportSize(width, HEIGHT);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
  }

  @Override
  public void close() {
    context.close();
  }
}
