"""The parts of the estimate page: questions as fields, the people who depend on the filer, the result, the lines."""
