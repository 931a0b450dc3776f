package dev.whence.api.v1.paging;

import dev.whence.api.problem.ProblemException;
import dev.whence.catalog.filter.IllegalParameterException;
import dev.whence.catalog.filter.PackageField;
import dev.whence.catalog.filter.PackageOrder;
import dev.whence.catalog.filter.Parameters;
import dev.whence.catalog.filter.QueryParameter;
import dev.whence.catalog.filter.VersionField;
import dev.whence.catalog.filter.VersionOrder;
import dev.whence.insight.adoption.AdoptionStep;
import dev.whence.provenance.PackageName;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** Reads the parameters of a request. If one is wrong, it says which values are valid. */
public final class Params {

  /** The longest that npm accepts is 256; a forge's paths are shorter than this, too. */
  private static final int MAX_TEXT = 512;

  public static final String STEP = "step";
  public static final String REPOSITORY_TEXT = "Text in owner/name, or an address at the forge.";

  public static final List<QueryParameter> PACKAGES =
      QueryParameter.of(PackageField.class, PackageOrder.class);
  public static final List<QueryParameter> VERSIONS =
      QueryParameter.of(VersionField.class, VersionOrder.class);
  public static final List<QueryParameter> ADOPTION =
      List.of(QueryParameter.choice(STEP, AdoptionStep.class));

  private Params() {}

  public static PackageName packageName(String text) {
    return PackageName.parse(text).orElseThrow(() -> ProblemException.illegalName(text));
  }

  /** A text to search for. U+0000 is refused: Postgres, for example, cannot store it. */
  public static String text(String part, String text) {
    if (text.length() > MAX_TEXT || text.chars().anyMatch(Character::isISOControl)) {
      throw ProblemException.illegal(
          part,
          text,
          "is too long or has control characters. Write at most " + MAX_TEXT + " characters.");
    }
    return text;
  }

  /** A version as the registry names it. It need not be a semver version. */
  public static String version(String text) {
    if (text.length() > MAX_TEXT || text.indexOf(0) >= 0) {
      throw ProblemException.illegal(
          "version",
          text,
          "is too long or has the control character U+0000. Write at most "
              + MAX_TEXT
              + " characters.");
    }
    return text;
  }

  /** The query parameters. The first one that cannot be used is a problem. */
  public static Parameters read(UriInfo uri, List<QueryParameter> legal) {
    try {
      return Parameters.read(uri.getQueryParameters(), legal);
    } catch (IllegalParameterException e) {
      throw ProblemException.illegal(e);
    }
  }

  /** The same for a list that comes in pages. */
  static Parameters readPaged(UriInfo uri, List<QueryParameter> legal) {
    return read(uri, QueryParameter.all(legal, QueryParameter.paging()));
  }
}
