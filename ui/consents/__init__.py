"""The parts of the pages on which people allow other uses of their answers."""
