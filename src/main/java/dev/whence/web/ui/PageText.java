package dev.whence.web.ui;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.Expression;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.TemplateNode;
import io.quarkus.qute.Variant;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Writes every value of every page: hidden characters made visible, then HTML escaped. It runs
 * before Qute's own escaping, so that no template can forget it.
 */
@Singleton
public class PageText implements ResultMapper {

  private static final HtmlEscaper ESCAPER = new HtmlEscaper(List.of(Variant.TEXT_HTML));

  void register(@Observes EngineBuilder engine) {
    engine.addResultMapper(this);
  }

  @Override
  public int getPriority() {
    return DEFAULT_PRIORITY + 1;
  }

  @Override
  public boolean appliesTo(TemplateNode.Origin origin, Object result) {
    return ESCAPER.appliesTo(origin, result);
  }

  @Override
  public String map(Object result, Expression expression) {
    return ESCAPER.map(Shown.text(result.toString()), expression);
  }
}
