"""The parts of the result page: the answer in words, the ways on, what is open, how and until when to file."""
