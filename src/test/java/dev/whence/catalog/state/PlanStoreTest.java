package dev.whence.catalog.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whence.catalog.CatalogDatabase;
import dev.whence.catalog.state.PlanStore.Unplanned;
import dev.whence.provenance.PackageName;
import dev.whence.testing.Crawls;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanStoreTest {

  private static final int PACKAGES = 2_000;

  private final CatalogDatabase database = new CatalogDatabase();

  /** As when several processes begin with lists of the same names in other orders. */
  @Test
  void shouldPlanTheSamePackagesInAnyOrderSideBySide() throws Exception {
    List<PackageName> names =
        IntStream.range(0, PACKAGES).mapToObj(i -> new PackageName("p" + i)).toList();
    database.writer.addPackages(names, Crawls.FIRST);
    List<Unplanned> inOrder = database.plans.unplanned(0, PACKAGES);

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> plans =
          IntStream.range(0, 8)
              .<Future<?>>mapToObj(
                  i ->
                      threads.submit(
                          () -> database.plans.planned(i % 2 == 0 ? inOrder : inOrder.reversed())))
              .toList();
      for (Future<?> plan : plans) {
        plan.get();
      }
    }

    assertThat(inOrder).hasSize(PACKAGES);
    assertThat(database.plans.unplanned(0, PACKAGES)).isEmpty();
  }
}
