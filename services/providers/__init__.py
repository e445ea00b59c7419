"""The outside services that the house leans on, one folder each. The settings choose the real or the embedded one."""

from dataclasses import dataclass

from services.providers.mail import MailProvider
from services.providers.mail.files import FileMail
from services.providers.mail.smtp import SmtpMail
from services.settings import Settings


@dataclass(frozen=True, slots=True)
class Providers:
    """Who does for us what we can't do ourselves."""

    mail: MailProvider


def providers_for(settings: Settings) -> Providers:
    """The providers that these settings ask for."""
    return Providers(mail=_mail_for(settings))


def _mail_for(settings: Settings) -> MailProvider:
    if settings.smtp_host is None:
        return FileMail(settings.data_dir / "outbox")
    return SmtpMail(
        host=settings.smtp_host,
        port=settings.smtp_port,
        security=settings.smtp_tls,
        user=settings.smtp_user,
        password=settings.smtp_password,
    )
