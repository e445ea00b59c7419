"""The mail server is asked as for a letter, and each step that fails has another remedy."""

from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import AuthResult
from pydantic import SecretStr

from services.providers.mail.files import outbox
from services.providers.mail.smtp import SmtpMail
from services.settings import Settings
from services.starting.doctor.finding import Finding, Result
from services.starting.doctor.letters import letter, mail_of, mail_server
from tests.services.providers.post_office import PostOffice, open_office, write_certificate
from tests.services.providers.test_smtp import server_side, trusting


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    file = tmp_path / "office.pem"
    write_certificate(file)
    return file


def with_office(settings: Settings, port: int) -> Settings:
    there = {"smtp_host": "127.0.0.1", "smtp_port": port, "smtp_tls": "none", "mail_from": "MBTQ <us@mbtq.example>"}
    return settings.model_copy(update=there)


async def signed_in(certificate: Path, *, welcome: bool) -> Finding:
    def check(*_: Any) -> AuthResult:
        return AuthResult(success=welcome, handled=False)

    context = server_side(certificate)
    async with open_office(PostOffice(), authenticator=check, auth_required=True, tls_context=context) as port:
        return await mail_server(
            SmtpMail("127.0.0.1", port, "starttls", "mbtq", SecretStr("a password"), trusting(certificate))
        )


async def test_a_server_that_takes_our_name_is_fine_and_gets_no_letter(certificate: Path) -> None:
    assert (await signed_in(certificate, welcome=True)).result is Result.OK


async def test_a_wrong_password_is_told_apart(certificate: Path) -> None:
    assert (await signed_in(certificate, welcome=False)).part == "mail.sign_in"


async def test_a_certificate_that_nobody_vouches_for_is_told_apart(certificate: Path) -> None:
    async with open_office(PostOffice(), tls_context=server_side(certificate)) as port:
        finding = await mail_server(SmtpMail("127.0.0.1", port, "starttls"))
    assert (finding.part, finding.result) == ("mail.encryption", Result.WRONG)


async def test_a_server_without_encryption_is_told_apart() -> None:
    async with open_office(PostOffice()) as port:
        finding = await mail_server(SmtpMail("127.0.0.1", port, "starttls"))
    assert finding.part == "mail.encryption"


async def test_a_server_that_is_not_there_is_told_apart(settings: Settings) -> None:
    async with open_office(PostOffice()) as port:
        pass
    [finding] = [finding async for finding in mail_of(with_office(settings, port))]
    assert finding.part == "mail.connection"
    assert f"port {port}, can’t be reached" in next(finding.lines())


async def test_a_test_letter_really_goes_out(settings: Settings) -> None:
    office = PostOffice()
    async with open_office(office) as port:
        finding = await letter(with_office(settings, port), "ada@example.org")
    recipients, content = office.letters.pop()
    assert (finding.result, recipients) == (Result.OK, ["ada@example.org"])
    assert settings.public_url in message_from_bytes(content, policy=policy.default).get_content()


async def test_without_a_mail_server_the_test_letter_is_a_file(settings: Settings) -> None:
    assert (await letter(settings, "ada@example.org")).result is Result.OK
    assert [each["To"] for each in await outbox(settings.data_dir / "outbox")] == ["ada@example.org"]


async def test_without_an_address_no_letter_goes_out_and_it_says_how(settings: Settings) -> None:
    said, do = (await letter(settings, "")).lines()
    assert said == "look   No test letter was sent."
    assert "make doctor TO=me@example.org" in do


@pytest.mark.parametrize(("to", "part"), [("ada", "letter.address"), ("a@b.example, c@d.example", "letter.address")])
async def test_what_is_no_address_gets_no_letter(settings: Settings, to: str, part: str) -> None:
    assert (await letter(settings, to)).part == part


async def test_a_letter_that_is_refused_is_said(settings: Settings) -> None:
    async with open_office(PostOffice(refusal="550 no such person")) as port:
        finding = await letter(with_office(settings, port), "ada@example.org")
    said, do = finding.lines()
    assert said == "wrong  The test letter was not taken (mail.refused)."
    assert "MAIL_FROM" in do
