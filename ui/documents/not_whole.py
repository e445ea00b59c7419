"""Files that broke off: how much of each is here, how it goes on, and a way to take it off the list."""

from collections.abc import Callable, Sequence
from uuid import UUID

from components.button import Press, button
from components.layout import column, row
from components.notice import notice
from components.notice.said import Said
from components.prose import paragraph
from services.documents.on_their_way import Upload
from services.words import moment, sentence
from services.words.sizes import size_in_words

GiveUp = Callable[[UUID, Callable[[UUID], None]], Press]
"""Makes what gives one of them up; the latter hears that it is done."""


class NotWhole:
    """One notice for all, and nothing where there is none. What is off the list is said above."""

    def __init__(self, uploads: Sequence[Upload], *, give_up: GiveUp) -> None:
        self._uploads, self._give_up = list(uploads), give_up
        self._said, self._place = Said(), column()
        self._draw()

    def _draw(self) -> None:
        self._place.clear()
        if not self._uploads:
            return
        with self._place, notice("warn", title=sentence("documents.unfinished_title")):
            for each in self._uploads:
                paragraph(_how_far(each))
                with row():
                    off = sentence("documents.off_the_list", name=each.name)
                    button(off, kind="quiet", on_press=self._give_up(each.id, self._is_off))

    def _is_off(self, upload_id: UUID) -> None:
        gone = next(each for each in self._uploads if each.id == upload_id)
        self._uploads.remove(gone)
        self._draw()
        self._said.say(sentence("documents.is_off", name=gone.name))


def _how_far(upload: Upload) -> str:
    told = {"name": upload.name, "until": moment(upload.until)}
    if upload.bytes_received == upload.size_bytes:
        return sentence("documents.unfinished_whole", **told)
    received, size = size_in_words(upload.bytes_received), size_in_words(upload.size_bytes)
    return sentence("documents.unfinished", received=received, size=size, **told)
