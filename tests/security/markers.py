"""Values that tell of a person, one of each kind, and the search for them in all that a house writes about itself."""

import logging
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import StringIO

import pytest
from prometheus_client import generate_latest
from pydantic import SecretStr

from services.journal import journal, lines
from services.journal.measures import COUNTED
from services.settings import Settings
from tests.services.journal.sentry import receiving

MARKERS = {
    "name": "Zebulonia",
    "e-mail address": "zq.quagmire",
    "street": "Quagmire",
    "number of a taxpayer": "900-55-1234",
    "amount": "48213",
    "note": "quokka",
    "password": "marmalade",
    "token": "ZqTokenOfALetter0123456789abcdefghijklmnop",
    "code": "914275",
    "file": "plumbago",
    "text of a document": "Wombatine",
}
EMAIL = "zq.quagmire@people.example"
PASSWORD = "a marmalade of four words"
TEXTS = (
    "Zebulonia Quist of 417 Quagmire Terrace",
    EMAIL,
    "900-55-1234",
    "48213.77",
    "a quokka told me: 900-55-1234",
    PASSWORD,
    MARKERS["token"],
    MARKERS["code"],
    "plumbago-w2.pdf",
)
"""What is typed into every field. Each comes from one of the markers, or from several."""


@dataclass
class Watched:
    """All that was written while somebody used the house."""

    lines: StringIO = field(default_factory=StringIO)
    readable_lines: StringIO = field(default_factory=StringIO)
    envelopes: list[str] = field(default_factory=list)
    metrics: str = ""

    def found(self) -> list[str]:
        """Each marker with where it stands; figures count only where they are no part of an id."""
        places = {
            "line": self.lines.getvalue(),
            "readable line": self.readable_lines.getvalue(),
            "envelope": "\n".join(self.envelopes),
            "metric": self.metrics,
        }
        return [
            f"{kind} in a {place}: …{text[max(0, hit.start() - 150) : hit.end() + 40]}…"
            for place, text in places.items()
            for kind, marker in MARKERS.items()
            if (hit := re.search(rf"(?<![\da-f]){re.escape(marker)}(?![\da-f])", text, re.IGNORECASE))
        ]


@contextmanager
def watched(settings: Settings, monkeypatch: pytest.MonkeyPatch, *, readable: bool) -> Iterator[Watched]:
    """Keep every line as a house that serves others writes it, every report to Sentry, and the metrics at the end.

    `readable` keeps the lines of a developer besides: these may say what exceptions say, as far as a mask can clean it.
    """
    told, terminal, before = Watched(), logging.StreamHandler(), set(_metrics())
    terminal.setStream(told.readable_lines)
    terminal.setFormatter(lines.readable())
    with receiving() as receiver, monkeypatch.context() as patched:
        changed = {"profile": "production", "log_level": "debug", "sentry_dsn": SecretStr(receiver.dsn)}
        patched.setattr(sys, "stderr", told.lines)
        with journal(settings.model_copy(update=changed | {"sentry_traces_sample_rate": 1.0})):
            if readable:
                logging.root.addHandler(terminal)
            yield told
        logging.root.removeHandler(terminal)
        told.envelopes = receiver.envelopes
        told.metrics = "\n".join(line for line in _metrics() if line not in before)


def _metrics() -> list[str]:
    return generate_latest(COUNTED).decode().splitlines()
