"""The parts of the guided interview: the steps, the refund so far with what changed it, boxes to tick, the review."""
