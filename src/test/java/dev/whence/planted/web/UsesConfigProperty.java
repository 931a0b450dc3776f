package dev.whence.planted.web;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Planted: a key without an interface. */
record UsesConfigProperty(@ConfigProperty(name = "whence.planted") String value) {}
