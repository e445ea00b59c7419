"""The parts of the pages of a review: its steps, its lines with notes, who looks where, and the code of both."""
