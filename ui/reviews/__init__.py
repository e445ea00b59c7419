"""The parts of the pages of a review: its steps, its lines with notes, and who looks where."""
