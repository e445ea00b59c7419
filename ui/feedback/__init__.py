"""The parts of the feedback form and of the pages on which staff read and answer it."""
