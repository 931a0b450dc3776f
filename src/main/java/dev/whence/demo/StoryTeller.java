package dev.whence.demo;

import java.util.ArrayList;
import java.util.List;

/** Begins histories and keeps them in order. */
final class StoryTeller {

  private final Calendar calendar;
  private final List<History> told = new ArrayList<>();

  StoryTeller(Calendar calendar) {
    this.calendar = calendar;
  }

  History begin(String name, String description, String owner, Project project) {
    History history = new History(name, description, Account.of(owner), project, calendar);
    told.add(history);
    return history;
  }

  Calendar calendar() {
    return calendar;
  }

  List<History> told() {
    return List.copyOf(told);
  }
}
