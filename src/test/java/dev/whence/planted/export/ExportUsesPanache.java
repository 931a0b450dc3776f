package dev.whence.planted.export;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

/** Planted: SQL by way of Panache. */
abstract class ExportUsesPanache implements PanacheRepository<Object> {}
