import ssl
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import AuthResult, LoginPassword
from pydantic import SecretStr

from services.errors import Invalid, Unavailable
from services.providers.mail.smtp import SmtpMail
from tests.services.providers.post_office import PostOffice, open_office, write_certificate


def letter() -> EmailMessage:
    message = EmailMessage()
    message["From"] = "MBTQ <no-reply@mbtq.example>"
    message["To"] = "ada@example.org"
    message["Subject"] = "Grüße 🤟"
    message.set_content("Hello, née Ünal\n")
    return message


def plain(port: int, **options: Any) -> SmtpMail:
    return SmtpMail(host="127.0.0.1", port=port, security="none", limit_seconds=5, **options)


async def test_a_letter_reaches_the_mail_server_whole() -> None:
    office = PostOffice()
    async with open_office(office) as port:
        receipt = await plain(port).send(letter())
    recipients, content = office.letters.pop()
    assert recipients == ["ada@example.org"]
    assert message_from_bytes(content, policy=policy.default).get_content().split() == ["Hello,", "née", "Ünal"]
    assert (receipt.provider, receipt.reference) == ("smtp", "OK queued as 4711")


async def test_an_address_that_does_not_exist_is_refused_for_good() -> None:
    async with open_office(PostOffice(refusal="550 no such person")) as port:
        with pytest.raises(Invalid) as refusal:
            await plain(port).send(letter())
    assert (refusal.value.field, refusal.value.code) == ("to", "mail.refused")


async def test_a_letter_that_the_server_will_not_carry_is_refused_for_good() -> None:
    async with open_office(PostOffice(answer="554 looks like spam")) as port:
        with pytest.raises(Invalid):
            await plain(port).send(letter())


@pytest.mark.parametrize("office", [PostOffice(refusal="451 try later"), PostOffice(answer="452 disk full")])
async def test_a_server_that_is_busy_is_asked_again_later(office: PostOffice) -> None:
    async with open_office(office) as port:
        with pytest.raises(Unavailable) as trouble:
            await plain(port).send(letter())
    assert trouble.value.code == "mail.unavailable"


async def test_a_server_that_is_down_is_asked_again_later() -> None:
    async with open_office(PostOffice()) as port:
        pass
    with pytest.raises(Unavailable):
        await plain(port).send(letter())


async def test_what_is_logged_names_nobody(caplog: pytest.LogCaptureFixture) -> None:
    async with open_office(PostOffice(refusal="550 ada@example.org has left")) as port:
        with pytest.raises(Invalid) as refusal:
            await plain(port).send(letter())
    assert "550" in caplog.text
    assert "ada" not in caplog.text
    assert refusal.value.__suppress_context__


@pytest.mark.parametrize(("password", "welcome"), [("right horse", True), ("wrong horse", False)])
async def test_the_user_and_password_of_the_settings_are_used(
    password: str, *, welcome: bool, certificate: Path
) -> None:
    def check(_server: Any, _session: Any, _envelope: Any, _mechanism: str, given: LoginPassword) -> AuthResult:
        return AuthResult(success=(given.login, given.password) == (b"mbtq", b"right horse"), handled=False)

    office, context = PostOffice(), server_side(certificate)
    async with open_office(office, authenticator=check, auth_required=True, tls_context=context) as port:
        mail = SmtpMail("127.0.0.1", port, "starttls", "mbtq", SecretStr(password), trusting(certificate), 5)
        if welcome:
            await mail.send(letter())
        else:
            with pytest.raises(Unavailable):
                await mail.send(letter())
    assert bool(office.letters) is welcome


async def test_a_letter_is_not_sent_in_the_clear_when_the_server_offers_no_starttls() -> None:
    office = PostOffice()
    async with open_office(office) as port:
        with pytest.raises(Unavailable):
            await SmtpMail("127.0.0.1", port, "starttls", limit_seconds=5).send(letter())
    assert not office.letters


async def test_a_letter_is_not_sent_to_a_server_that_nobody_vouches_for(certificate: Path) -> None:
    office = PostOffice()
    async with open_office(office, tls_context=server_side(certificate)) as port:
        with pytest.raises(Unavailable):
            await SmtpMail("127.0.0.1", port, "starttls", limit_seconds=5).send(letter())
    assert not office.letters


async def test_a_letter_goes_out_over_tls_from_the_start(certificate: Path) -> None:
    office = PostOffice()
    async with open_office(office, tls_from_the_start=server_side(certificate)) as port:
        await SmtpMail("127.0.0.1", port, "tls", trust=trusting(certificate), limit_seconds=5).send(letter())
    assert len(office.letters) == 1


@pytest.fixture(name="certificate", scope="module")
def a_certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("tls") / "office.pem"
    write_certificate(file)
    return file


def server_side(certificate: Path) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    return context


def trusting(certificate: Path) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(certificate))
