"""What colleagues are called on a page that lists them: who shares their name is told apart."""

from collections.abc import Iterable


def told_apart(name: str, apart: str, among: Iterable[tuple[str, str]]) -> str:
    """The name; with `apart` behind it where one of these, by name and what tells them apart, is called the same."""
    shared = any(other == name and theirs != apart for other, theirs in among)
    return f"{name} ({apart})" if shared else name
