"""The parts of the estimate page; here which estimate a page shows, and what others changed in it."""
