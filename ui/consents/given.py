"""The list of what somebody allowed, while some of it is ended."""

from collections.abc import Callable, Sequence
from urllib.parse import urlencode
from uuid import UUID

from components.button import Press, button
from components.card import cards, listed_card
from components.disclosure import disclosure
from components.layout import column, row
from components.notice.said import Said
from components.prose import heading, paragraph, paragraphs
from services.consents import Asked, Consent
from services.words import long_date, moment, sentence

ToEnd = Callable[[UUID], Press]


def way_to_sign(asked: Asked) -> str:
    """The page of one consent."""
    query = f"?{urlencode({'recipient': asked.recipient})}" if asked.recipient else ""
    return f"/account/consents/{asked.purpose}{query}"


class Given:
    """A card for each consent, with all that was read and signed. What was done is said above."""

    def __init__(self, found: Sequence[Consent]) -> None:
        self._found = {each.id: each for each in found}
        self._said, self._place = Said(), column()
        self._to_end: ToEnd | None = None

    def draw(self, to_end: ToEnd) -> None:
        """Draw it all. `to_end` makes what ends one; `ended` says that it is done."""
        self._to_end = to_end
        self._place.clear()
        with self._place:
            if not self._found:
                paragraph(sentence("consent.none_given"))
                return
            with cards():
                for each in self._found.values():
                    self._card(each, to_end(each.id))

    def ended(self, consent: Consent) -> None:
        """It allows nothing any more. The button that was pressed is gone, so the words get the focus."""
        self._found[consent.id] = consent
        if self._to_end:
            self.draw(self._to_end)
        self._said.say(sentence("consent.ended"))

    def _card(self, consent: Consent, end: Press) -> None:
        with listed_card():
            heading(consent.title, 3)
            paragraph(_state(consent))
            with disclosure(sentence("consent.words")), column():
                paragraphs(consent.words)
                paragraph(f"{consent.signed}, {long_date(consent.signed_on)}")
            if consent.holds:
                with row():
                    button(sentence("consent.withdraw", title=consent.title), kind="quiet", on_press=end)


def _state(consent: Consent) -> str:
    if consent.withdrawn_at:
        return sentence("consent.withdrawn", when=moment(consent.withdrawn_at))
    if not consent.holds:
        return sentence("consent.ended_by_itself", when=moment(consent.ends_at))
    return sentence("consent.holds_until", given=moment(consent.given_at), ends=moment(consent.ends_at))
