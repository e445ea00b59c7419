"""The states of icon."""

from components.icon import ICONS, icon
from components.layout import row
from components.prose import phrase


def all_icons() -> None:
    """All icons, each beside its word"""
    for path in sorted(ICONS.glob("*.svg")):
        with row():
            icon(path.stem)
            phrase(path.stem.replace("-", " "))
