"""The states of breadcrumb."""

from components.breadcrumb import Crumb, breadcrumb

TAXES = Crumb("Taxes", "#")


def two_above() -> None:
    """Two pages above"""
    breadcrumb([TAXES, Crumb("Your 2025 return", "#")], "Income")


def one_above() -> None:
    """One page above"""
    breadcrumb([TAXES], "Choose a year", label="Where you begin")


def long_words() -> None:
    """Long words"""
    breadcrumb(
        [TAXES, Crumb("Telecommunicationsdevicesandvideorelayequipment", "#")],
        "Questions about your receipts",
        label="Where you ask",
    )
