"""How fast the tax engine, its peers and the pages are, measured side by side: `make bench`."""
