"""How something waits for the button of its form."""

from components.choice_group import Choice

NOT_CHOSEN = Choice("", "Please choose")
"""The first of many people or roles: nobody gets one because it stood there already."""


async def held(_: str) -> None:
    """What is typed or chosen waits for the button."""
