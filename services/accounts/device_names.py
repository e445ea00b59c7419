"""What a person would call the device that a request comes from: the browser and the system, and nothing finer."""

from typing import NamedTuple

from services.words import sentence

# The first that is found wins: most browsers also claim to be the ones further down.
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("DuckDuckGo/", "DuckDuckGo"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "Chromebook"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
)


class DeviceName(NamedTuple):
    """Names that people know. Either is empty when it is not known."""

    browser: str
    system: str


def device_name(user_agent: str) -> DeviceName:
    """Read what a browser says of itself (RFC 9110, 10.1.5). It may say anything: this is a help, not a proof."""
    return DeviceName(_first(_BROWSERS, user_agent), _first(_SYSTEMS, user_agent))


def in_words(name: DeviceName) -> str:
    """`Firefox on Windows`, or as much of it as is known."""
    if name.browser and name.system:
        return sentence("device.name", browser=name.browser, system=name.system)
    return name.browser or name.system or sentence("device.unknown")


def _first(known: tuple[tuple[str, str], ...], user_agent: str) -> str:
    return next((name for mark, name in known if mark in user_agent), "")
