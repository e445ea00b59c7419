"""The outside services that the house leans on, one folder each. The settings choose the real or the embedded one."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from services.providers.mail import MailProvider
from services.providers.mail.files import FileMail
from services.providers.mail.smtp import SmtpMail
from services.providers.organisations.identity_provider import IdentityProvider
from services.providers.virus_check import NoVirusCheck, VirusCheck
from services.providers.virus_check.clam_av import ClamAv
from services.settings import Settings


@dataclass(frozen=True, slots=True)
class Providers:
    """Who does for us what we can't do ourselves."""

    mail: MailProvider
    virus_check: VirusCheck = field(default_factory=NoVirusCheck)
    organisations: Mapping[str, IdentityProvider] = field(default_factory=dict)
    """Where people can sign in, by the keys of the settings. There is no embedded one: without them, nobody does."""


def providers_for(settings: Settings) -> Providers:
    """The providers that these settings ask for."""
    organisations = {key: IdentityProvider(key, one) for key, one in settings.organisations.items()}
    virus_check = ClamAv(settings.clamav_url) if settings.clamav_url else NoVirusCheck()
    return Providers(mail=_mail_for(settings), virus_check=virus_check, organisations=organisations)


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
