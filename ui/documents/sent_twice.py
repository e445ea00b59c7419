"""A file that was added before: nothing is refused for that, and whoever looks is told.

By name and size: a hash of what is in it would have to be kept for each document, with a key of its own, and files that
come in parts would have to be read once more for it.
"""

from collections.abc import Iterable

from services.documents.listing import OwnDocument
from services.words import day_of, sentence


def sent_twice(document: OwnDocument, documents: Iterable[OwnDocument]) -> str:
    """When another of these was added that is called the same and is as large; empty if none was before this one."""
    before = [each for each in documents if _is_same_again(each, document)]
    last = max(before, key=lambda each: each.arrived_at, default=None)
    return sentence("documents.twice", day=day_of(last.arrived_at)) if last else ""


def _is_same_again(one: OwnDocument, later: OwnDocument) -> bool:
    came_first = (one.arrived_at, one.id) < (later.arrived_at, later.id)
    return came_first and not one.removed_at and (one.name, one.size_bytes) == (later.name, later.size_bytes)
