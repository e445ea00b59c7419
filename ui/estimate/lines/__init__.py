"""The lines of an estimate: the worksheet, where each comes from, what changes nothing, and what stands beside them."""
