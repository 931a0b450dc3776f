/**
 * Classes that break the architecture's rules, one each, so that {@code ArchitectureTest} can see
 * the rule report them. Nothing here runs.
 */
package dev.whence.planted;
