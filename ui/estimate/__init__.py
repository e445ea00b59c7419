"""The parts of the estimate page: which one it is, the result, what is missing, the lines."""
