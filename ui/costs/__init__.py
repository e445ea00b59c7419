"""The parts of the page of costs for hearing: one cost, its questions and verdict, all costs, what would help."""
