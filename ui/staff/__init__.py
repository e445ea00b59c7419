"""The parts of pages for those who work for us; here what several of them share."""
