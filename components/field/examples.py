"""The states that all fields share."""

from components.button import button
from components.field.held import done, held
from components.status_message import StatusMessage
from components.text_field import text_field


async def _kept(_: str) -> None: ...


def right() -> None:
    """With a hint"""
    text_field("City", hint="The city where you live now.", value="Rochester")


def filled_in_by_us() -> None:
    """Filled in by us, but never over a word that is being typed"""
    field = text_field("Your city", on_commit=_kept)

    async def fill_in() -> None:
        field.set("Rochester")

    button("Fill it in", kind="quiet", on_press=fill_in)


def until_pressed() -> None:
    """A button saves it, and its draft stays until then"""
    field = text_field("What you compared", draft_key="compared", on_commit=held).until_pressed()
    said = StatusMessage()

    async def send() -> str | None:
        said.say(f"Sent: {field.typed[0]}")
        return done(None, field)

    button("Send", on_press=send)


def required() -> None:
    """Required"""
    text_field("City", required=True)


def wrong() -> None:
    """With an error"""
    text_field(
        "City", value="14604", hint="The city where you live now.", error="Type the name of a city, not its ZIP code."
    )


def locked() -> None:
    """It can't be changed now, and why"""
    field = text_field("City on your W-2", hint="As your employer knows it.", value="Rochester")
    field.lock("Your employer told it to the IRS.")
