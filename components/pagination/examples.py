"""The states of pagination."""

from components.pagination import Pages, pagination


def _address(page: int) -> str:
    return f"?page={page}"


def in_the_middle() -> None:
    """In the middle, as links"""
    pagination("Pages of letters", 2, 5, to=_address)


def at_the_start() -> None:
    """At the start: nothing before it"""
    pagination("Pages of lessons", 1, 5, to=_address)


def at_the_end() -> None:
    """At the end: nothing after it"""
    pagination("Pages of changes", 12, 12, to=_address)


def in_place() -> None:
    """As buttons that turn the page in place"""
    Pages("Pages of costs", 3, turn=lambda _: None)
