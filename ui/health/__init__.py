"""The parts of the page "system health": the verdict, what is watched, and pictures with their figures."""
