"""The states of signed_version."""

from components.signed_version import signed_version_to_come


def not_filmed_yet() -> None:
    """Not filmed yet"""
    signed_version_to_come(
        "You pay the right tax. Not one dollar more.", note="A signed version of this page is not filmed yet."
    )
