"""The states of onward."""

from components.layout import row
from components.onward import onward


def both_ways() -> None:
    """On and back"""
    with row():
        onward("Save and go on", "/development/components/onward")
        onward("Back", "/development/components/onward", kind="quiet", stays_for_mistakes=False)
