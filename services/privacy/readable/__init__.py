"""The copy of one's data as a page to read: no code, no id, no name of a table is in what it says.

`page` is the whole, `parts` draws what one table holds, `pairs` says a row in words, `coded` knows the words of codes,
`special` the columns that need more than their own value. data.json has the same as it is stored.
"""

from services.privacy.readable.page import as_page

__all__ = ["as_page"]
