"""The parts of the page about what was filed: the history, what changed since, and marking."""
