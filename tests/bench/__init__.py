"""How fast the tax engine, its peers, the pages and the API are, measured side by side: `make bench`."""
