"""The parts of the pages of intake: each question, the answers so far, and what follows from them."""
