"""Mail: whether the server takes our connection, our encryption and our password; and a letter, if one is wanted."""

import ssl
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import aiosmtplib

from db.types import new_id
from services import mail
from services.errors import Invalid, Unavailable
from services.providers import providers_for
from services.providers.answering.questions import ask_mail
from services.providers.mail.smtp import SmtpMail
from services.settings import Settings
from services.starting.doctor.finding import Finding, look, ok, wrong


async def mail_server(provider: SmtpMail) -> Finding:
    """Ask it as for a letter, and name the step that failed."""
    place = {"host": provider.host, "port": provider.port}
    try:
        await ask_mail(provider)
    except (aiosmtplib.SMTPException, OSError) as problem:
        return wrong(f"mail.{_trouble(problem)}", kind=type(problem).__name__, **place)
    return ok("mail", security=provider.security, **place)


async def letter(settings: Settings, to: str) -> Finding:
    """Send a real letter to this address through the provider of the app; without an address, say how."""
    if not to:
        return look("letter.none")
    try:
        message = mail.written(settings, new_id(), to=to, template="doctor", values={}, at=datetime.now(UTC))
    except ValueError:
        return wrong("letter.address")
    try:
        receipt = await providers_for(settings).mail.send(message)
    except (Invalid, Unavailable) as problem:
        return wrong("letter.refused", code=problem.code)
    return ok("letter", provider=receipt.provider, reference=receipt.reference)


async def mail_of(settings: Settings) -> AsyncIterator[Finding]:
    """The mail server of these settings."""
    provider = providers_for(settings).mail
    if isinstance(provider, SmtpMail):
        yield await mail_server(provider)


def _trouble(problem: Exception) -> str:
    """Which of three steps failed: each has another remedy."""
    if isinstance(problem, aiosmtplib.SMTPAuthenticationError):
        return "sign_in"
    told = [problem, problem.__cause__, problem.__context__]
    is_tls = any(isinstance(each, ssl.SSLError) for each in told) or "TLS" in str(problem)
    return "encryption" if is_tls else "connection"
