"""Lists that staff save as a file: who may, for what, how many rows, and nothing that a spreadsheet would run."""
