from pydantic import SecretStr

from services.providers import providers_for
from services.providers.mail.files import FileMail
from services.providers.mail.smtp import SmtpMail
from services.settings import Settings


def test_without_a_mail_server_letters_are_kept_as_files(settings: Settings) -> None:
    assert isinstance(providers_for(settings).mail, FileMail)


def test_with_a_mail_server_letters_go_there(settings: Settings) -> None:
    with_server = settings.model_copy(
        update={
            "smtp_host": "mail.example.org",
            "smtp_port": 465,
            "smtp_tls": "tls",
            "smtp_user": "mbtq",
            "smtp_password": SecretStr("right horse"),
        }
    )
    assert providers_for(with_server).mail == SmtpMail(
        host="mail.example.org", port=465, security="tls", user="mbtq", password=SecretStr("right horse")
    )
    assert "right horse" not in repr(providers_for(with_server))
