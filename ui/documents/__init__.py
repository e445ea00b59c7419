"""The parts of the pages of documents: adding some, the list of them, and one of them page by page."""
