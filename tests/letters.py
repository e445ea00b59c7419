"""The letters that a running house has written to files, as the people read them to whom they went."""

import asyncio
import re
from email.message import EmailMessage
from pathlib import Path

from services.providers.mail.files import outbox

_COMES_WITHIN_SECONDS = 30  # a guard: two jobs write and send it in milliseconds
_LINK = re.compile(r"https?://[^/\s]+(/\S+\?token=\S+)")


async def letter_to(data_dir: Path, address: str, *, earlier: int = 0) -> EmailMessage:
    """The newest letter to this address, once there are more than these earlier ones."""
    async with asyncio.timeout(_COMES_WITHIN_SECONDS):
        while len(found := await letters_to(data_dir, address)) <= earlier:  # noqa: ASYNC110  # nobody tells
            await asyncio.sleep(0.02)
    return found[0]


async def letters_to(data_dir: Path, address: str) -> list[EmailMessage]:
    """Every letter to this address, the newest first."""
    return [letter for letter in await outbox(data_dir / "outbox") if letter["To"] == address]


def link_in(letter: EmailMessage) -> str:
    """The path of the link that the letter is about, with its token."""
    return str(_LINK.findall(letter.get_content())[0])


def token_in(letter: EmailMessage) -> str:
    """The token of that link."""
    return link_in(letter).partition("?token=")[2]
