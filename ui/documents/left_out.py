"""Files that could not come, although others of the same form did: each is named with why, and what to do."""

import json
from collections.abc import Sequence

from components.notice import notice
from components.prose import paragraph
from services.attempts import Attempt
from services.documents.names import tidy
from services.words import sentence
from ui.documents.pace import MOST_AT_ONCE

TYPED = "left"
"""Where an attempt has them, as the browser told them."""
_UNREADABLE = "document.unreadable"
_REASONS = frozenset({_UNREADABLE, "document.bad_part", "document.too_often", "document.too_many", "storage.full"})


def to_tell(names: Sequence[str], reasons: Sequence[str]) -> str:
    """What an attempt keeps of them. `reasons` are codes, as the API gave them for each of these files."""
    known = [each if each in _REASONS else _UNREADABLE for each in reasons]
    return json.dumps([*zip(map(tidy, names), known, strict=False)][:MOST_AT_ONCE])


def left_out(attempt: Attempt) -> None:
    """Say it, if there are any."""
    if told := json.loads(attempt.typed.get(TYPED, "[]")):
        with notice("bad", title=sentence("documents.left_out_title")):
            for name, reason in told:
                paragraph(sentence("documents.refused", name=name, why=sentence(reason)))
