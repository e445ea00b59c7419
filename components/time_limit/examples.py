"""The states of time_limit."""

from components.time_limit import TimeLimit


def almost_over() -> None:
    """Almost over, with a way to have more"""
    TimeLimit().warn("You will be signed out within 2 minutes.", more="Stay signed in", on_more=_nothing)


def over_for_good() -> None:
    """Almost over, and there can't be more"""
    TimeLimit().warn("You will be signed out within 2 minutes. You can sign in again.")


async def _nothing() -> None:
    """An example does nothing."""
