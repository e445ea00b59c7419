"""Mail through an SMTP server (RFC 5321; STARTTLS: RFC 3207; TLS from the start: RFC 8314)."""

import logging
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Literal

import aiosmtplib
from pydantic import SecretStr

from services.errors import Invalid, Unavailable
from services.providers.mail import Receipt

_logger = logging.getLogger(__name__)
_PERMANENT = range(500, 600)


@dataclass(frozen=True, slots=True)
class SmtpMail:
    """Hands each letter to one mail server, over a connection of its own. `trust` holds the certificates to believe."""

    host: str
    port: int
    security: Literal["starttls", "tls", "none"]
    user: str | None = None
    password: SecretStr | None = None
    trust: ssl.SSLContext | None = None
    limit_seconds: float = 30

    async def send(self, message: EmailMessage) -> Receipt:
        """Hand the letter to the server. What the server says may name the recipient: only its code is logged."""
        try:
            answer = await self._hand_over(message)
        except (aiosmtplib.SMTPException, OSError) as problem:
            code = _code(problem)
            _logger.warning("Mail was not taken: %s %s", type(problem).__name__, code or "")
            if _is_about_this_letter(problem) and code in _PERMANENT:
                raise Invalid("to", "mail.refused") from None
            raise Unavailable("mail.unavailable") from None
        return Receipt(provider="smtp", reference=answer)

    def connection(self) -> aiosmtplib.SMTP:
        """A connection of its own: `async with` opens, encrypts and signs in. Raises SMTPException and OSError."""
        return aiosmtplib.SMTP(
            hostname=self.host,
            port=self.port,
            username=self.user,
            password=self.password.get_secret_value() if self.password else None,
            use_tls=self.security == "tls",
            start_tls=self.security == "starttls",
            tls_context=self.trust,
            timeout=self.limit_seconds,
        )

    async def _hand_over(self, message: EmailMessage) -> str:
        async with self.connection() as server:
            _, answer = await server.send_message(message)
        return answer


def _is_about_this_letter(problem: Exception) -> bool:
    """A refused sender or sign-in is our own mistake: later letters may still go out, and so may this one."""
    return isinstance(problem, aiosmtplib.SMTPRecipientsRefused | aiosmtplib.SMTPDataError)


def _code(problem: Exception) -> int | None:
    if isinstance(problem, aiosmtplib.SMTPRecipientsRefused):
        return problem.recipients[0].code
    return problem.code if isinstance(problem, aiosmtplib.SMTPResponseException) else None
