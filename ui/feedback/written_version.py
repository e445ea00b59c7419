"""What a signed video says, in written words: saved as it is left, and never over a colleague's words unseen."""

from typing import Any, Protocol

from components.button import button
from components.field import Commit
from components.layout import column
from components.notice import notice
from components.prose import paragraph, paragraphs
from components.status_message import StatusMessage
from components.text_area import text_area
from services.errors import HouseError
from services.feedback import LONGEST_CHARACTERS, VersionChanged


class Save(Protocol):  # pylint: disable=too-few-public-methods  # it is a function with names
    """Makes what keeps the words, where the person saw `seen` before; None is what they can't have seen."""

    def __call__(self, *, seen: str | None, then: Any, otherwise: Any) -> Commit[str]: ...


class WrittenVersion:
    """The field, drawn with the words that are saved. Both versions stand there when two people wrote one at once."""

    def __init__(self, written: str, save: Save) -> None:
        self._seen: str | None = written
        self._save = save
        with column() as place:
            self._status = StatusMessage()
            self._field = text_area(
                "What the video says, in written words",
                value=written,
                hint="Colleagues who don’t sign read this. It is saved when you leave the field.",
                most=LONGEST_CHARACTERS,
                lines=6,
                draft_key="written version",
                on_commit=self._commit,
            )
            self._theirs = column()
        place.on("stale", self._forget_seen, args=[])  # see components/drafts

    async def _commit(self, words: str) -> str | None:
        def refused(problem: HouseError) -> None:
            if isinstance(problem, VersionChanged):
                self._show_theirs(problem.now, words)

        return await self._save(seen=self._seen, then=self._kept, otherwise=refused)(words)

    def _kept(self, words: str) -> None:
        self._seen = words
        self._theirs.clear()
        self._field.clear_error()
        self._status.say("The written version is saved.")

    def _show_theirs(self, theirs: str, mine: str) -> None:
        self._seen = theirs
        self._status.clear()
        self._theirs.clear()
        with self._theirs, notice("warn"):
            paragraph("A colleague has saved this:")
            paragraphs(theirs or "Nothing: they took the words away.")
            button("Save my words in its place", kind="quiet", on_press=lambda: self._commit(mine))

    def _forget_seen(self) -> None:
        self._seen = None
