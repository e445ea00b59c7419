"""The states of time_limit."""

from itertools import count

from components.status_message import StatusMessage
from components.text_field import text_field
from components.time_limit import TimeLimit


def almost_over() -> None:
    """Almost over, with a way to have more"""
    TimeLimit().warn("You will be signed out within 2 minutes.", more="Stay signed in", on_more=_nothing)


def more_elsewhere() -> None:
    """Almost over, with a way to a page that gives more"""
    TimeLimit().warn("You will be signed out within 2 minutes.", more="Show that it is you", to="/")


def over_for_good() -> None:
    """Almost over, and there can't be more"""
    TimeLimit().warn("You will be signed out within 2 minutes. You can sign in again.")


def in_use() -> None:
    """Not almost over: typing is a use"""
    text_field("Your name")
    told = StatusMessage()
    times = count(1)

    async def heard() -> None:
        told.say(f"Used {next(times)} times")

    TimeLimit(on_use=heard)


async def _nothing() -> None:
    """An example does nothing."""
