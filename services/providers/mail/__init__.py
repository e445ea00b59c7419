"""Email: one letter to one person. `SmtpMail` sends it; `FileMail` keeps it as a file that any mail program opens."""

from dataclasses import dataclass
from email.message import EmailMessage
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Receipt:
    """Who took a letter, and under which reference they know it."""

    provider: str
    reference: str


class MailProvider(Protocol):
    """Something that takes a letter."""

    async def send(self, message: EmailMessage) -> Receipt:
        """Hand over a complete letter with one recipient. Never call it while a transaction is open.

        Raises Unavailable when it may work later, and Invalid("to") when this recipient will never get this letter.
        """
