"""How far a request to get back in is, while its page stays open."""

from components.description_list import Entry, description_list
from components.layout import column
from components.prose import paragraph
from services.accounts.recovery.reading import Listed
from services.words import moment, sentence


class HowFar:
    """The state, which `show` keeps true, over what never changes: since when, and how the person talks."""

    def __init__(self, listed: Listed) -> None:
        self._state = column()
        self.show(listed)
        description_list(
            [Entry("Received", moment(listed.received_at)), Entry("Talks by", sentence(f"talk.{listed.talk}.by"))]
        )

    def show(self, listed: Listed | None) -> None:
        """Say the state now; nothing while it is not known, in the moment after the last word."""
        self._state.clear()
        if listed is None:
            return
        until = moment(listed.until) if listed.until else ""
        with self._state:
            paragraph(sentence(f"recovery.state.what.{listed.state}", until=until))
            description_list([Entry("State", sentence(f"recovery.state.{listed.state}"))])
