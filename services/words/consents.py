"""What a person reads before they allow another use of what they tell for a return: content/en/consents, by purpose.

A file is called <purpose>.<day>.toml. The newest of a purpose is shown; nobody changes one that was shown, so that a
version stays what it was. What the law prescribes stands in law.toml, by kind.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parents[2] / "content" / "en" / "consents"


@dataclass(frozen=True, slots=True)
class ConsentWords:
    """One version of one consent: a title, plain words, what the law prescribes, and the sentence that is signed."""

    version: str
    kind: str
    title: str
    plain: tuple[str, ...]
    law: tuple[str, ...]
    signing: str

    def as_signed(self, signed: str) -> str:
        """All of it in the order of the page, as it is kept when somebody has signed it."""
        return "\n\n".join((self.title, *self.plain, *self.law, self.signing.replace("{signed}", signed)))


@cache
def consent_words(purpose: str, recipient: str = "") -> ConsentWords:
    """The newest words for a purpose, with who would be told. KeyError for a purpose without words."""
    files = sorted(_FOLDER.glob(f"{purpose}.*.toml"))
    if not files:
        raise KeyError(purpose)
    told = tomllib.loads(files[-1].read_text(encoding="utf-8").replace("{recipient}", recipient))
    law = tomllib.loads((_FOLDER / "law.toml").read_text(encoding="utf-8"))
    return ConsentWords(
        version=files[-1].stem.partition(".")[2],
        kind=told["kind"],
        title=told["title"],
        plain=tuple(told["plain"]),
        law=(*law[told["kind"]], law["complaint"]),
        signing=told["signing"],
    )
