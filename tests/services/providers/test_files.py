from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

from services.providers.mail.files import FileMail, outbox

LONG_LINE = "A sentence that goes on. " * 60


def letter(subject: str, body: str = "Hello") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "MBTQ <no-reply@mbtq.example>"
    message["To"] = "ada@example.org"
    message["Subject"] = subject
    message["Date"] = datetime(2026, 4, 15, 12, tzinfo=UTC)
    message.set_content(body)
    return message


async def test_a_letter_can_be_opened_again_with_everything_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "there yet"
    body = f"Grüße, 🤟\n.\nFrom here on:\n{LONG_LINE}\n"
    receipt = await FileMail(folder).send(letter("Willkommen, née Ünal 🤟", body))
    [found] = await outbox(folder)
    assert found["Subject"] == "Willkommen, née Ünal 🤟"
    assert found["To"].addresses[0].addr_spec == "ada@example.org"
    assert found.get_content() == body
    assert receipt.provider == "files"
    assert (folder / receipt.reference).is_file()


async def test_only_the_app_s_own_user_can_read_letters(tmp_path: Path) -> None:
    folder = tmp_path / "outbox"
    receipt = await FileMail(folder).send(letter("Private"))
    assert (folder / receipt.reference).stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700


async def test_the_newest_letters_come_first_and_unfinished_ones_not_at_all(tmp_path: Path) -> None:
    mail = FileMail(tmp_path)
    for subject in ("first", "second", "third"):
        await mail.send(letter(subject))
    (tmp_path / ".half.eml").write_bytes(b"Subject: unfinis")
    assert [found["Subject"] for found in await outbox(tmp_path)] == ["third", "second", "first"]
    assert [found["Subject"] for found in await outbox(tmp_path, most=1)] == ["third"]


async def test_an_outbox_that_is_not_there_yet_is_empty(tmp_path: Path) -> None:
    assert await outbox(tmp_path / "nowhere") == []
