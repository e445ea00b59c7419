"""Long lists are read page by page, counted from one."""


def last_page_of(count: int, *, on_a_page: int) -> int:
    """The number of the last page. A list of nothing has one page, too."""
    return max(1, -(-count // on_a_page))


def nearest_page(page: int, *, last: int) -> int:
    """The page that was asked for, or the nearest that there is: a list may have shrunk since its link was made."""
    return min(max(1, page), last)
