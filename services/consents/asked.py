"""For what this release asks a consent. A feature that uses answers for something else adds itself here."""

from dataclasses import dataclass

from db.values.consents import ConsentPurpose
from services.errors import NotFound
from services.words.consents import ConsentWords, consent_words


@dataclass(frozen=True, slots=True)
class Asked:
    """One use that needs a consent, and who would be told; `recipient` is empty where nobody outside is."""

    purpose: ConsentPurpose
    recipient: str = ""

    @property
    def words(self) -> ConsentWords:
        """What a person reads and signs now."""
        return consent_words(self.purpose, self.recipient)


ASKED: list[Asked] = []
"""None today: estimates are all that answers are used for. The page of consents says so as long as this is empty."""


def asked_for(purpose: str, recipient: str) -> Asked:
    """The use that this release asks for; NotFound for any other."""
    for each in ASKED:
        if (each.purpose, each.recipient) == (purpose, recipient):
            return each
    raise NotFound
