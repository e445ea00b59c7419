"""A mail provider for tests: keeps letters, refuses or fails when told to, and never works inside a transaction."""

from email.message import EmailMessage

from services.errors import HouseError
from services.house import in_transaction
from services.providers.mail import Receipt


class LetterBox:
    """Takes letters. Each failure in `troubles` is raised once, in order, before letters are taken again."""

    def __init__(self, *troubles: HouseError) -> None:
        self.letters: list[EmailMessage] = []
        self.asked = 0
        self._troubles = list(troubles)

    async def send(self, message: EmailMessage) -> Receipt:
        """Take the letter. AssertionError while the caller holds a transaction open."""
        assert not in_transaction(), "nothing outside may be called while a transaction is open"
        self.asked += 1
        if self._troubles:
            raise self._troubles.pop(0)
        self.letters.append(message)
        return Receipt(provider="letter box", reference=str(len(self.letters)))
