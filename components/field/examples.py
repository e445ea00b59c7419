"""The states that all fields share."""

from components.text_field import text_field


def right() -> None:
    """With a hint"""
    text_field("City", hint="The city where you live now.", value="Rochester")


def required() -> None:
    """Required"""
    text_field("City", required=True)


def wrong() -> None:
    """With an error"""
    text_field(
        "City", value="14604", hint="The city where you live now.", error="Type the name of a city, not its ZIP code."
    )
