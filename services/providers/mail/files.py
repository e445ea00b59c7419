"""Mail without a vendor: each letter is an .eml file (RFC 5322) in a folder that only the app's own user reads."""

import asyncio
import os
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path

from db.types import new_id
from services.providers.mail import Receipt


class FileMail:
    """Keeps letters in a folder, in the order they came."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def send(self, message: EmailMessage) -> Receipt:
        """Write the letter, whole or not at all."""
        name = f"{new_id()}.eml"
        await asyncio.to_thread(self._write, name, message.as_bytes(policy=policy.SMTP))
        return Receipt(provider="files", reference=name)

    def _write(self, name: str, content: bytes) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        unfinished = self._folder / f".{name}"
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
        unfinished.rename(self._folder / name)


async def outbox(folder: Path, *, most: int = 50) -> list[EmailMessage]:
    """The latest letters in the folder, newest first."""
    return await asyncio.to_thread(_latest, folder, most)


def _latest(folder: Path, most: int) -> list[EmailMessage]:
    names = sorted((path for path in folder.glob("*.eml") if not path.name.startswith(".")), reverse=True)
    return [_opened(path.read_bytes()) for path in names[:most]]


def _opened(content: bytes) -> EmailMessage:
    return BytesParser(EmailMessage, policy=policy.default).parsebytes(content.replace(b"\r\n", b"\n"))
