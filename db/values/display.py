"""How the screen looks to a person. Standard library only."""

from enum import StrEnum


class Theme(StrEnum):
    """Colours of the screen. `system` follows prefers-color-scheme and prefers-contrast."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class TextSize(StrEnum):
    """Steps of the text scale: 100, 125, 150 and 200 percent."""

    NORMAL = "1"
    LARGE = "2"
    LARGER = "3"
    LARGEST = "4"


class Motion(StrEnum):
    """Whether things may move. `system` follows prefers-reduced-motion."""

    SYSTEM = "system"
    REDUCED = "reduced"


class Switch(StrEnum):
    """Whether something that helps some people, and disturbs others, happens."""

    ON = "on"
    OFF = "off"
