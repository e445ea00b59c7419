"""The settings: each that is wrong or missing with what it is for, and those that don't fit together."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from services.settings import NAMES, Settings
from services.settings.misspelt import nearest
from services.starting.doctor.finding import Finding, look, ok, wrong

_EXAMPLE = Path(__file__).parents[3] / ".env.example"
_EVERYBODY = 0  # a network with this many fixed bits holds every address


def problems(sentences: list[str]) -> Iterator[Finding]:
    """Settings that the app refuses to start with."""
    for problem in sentences:
        words = [word.partition("__")[0] for word in re.findall(r"[A-Z_]+", problem)]
        name = next((word for word in words if word in NAMES), "")
        near = None if name else nearest(words[0])
        if near:
            yield wrong("setting.near", problem=problem, near=near, about=_about(near))
        else:
            yield wrong("setting", problem=problem, about=_about(name))


def passed_over(written: Iterable[tuple[str, str | None]]) -> Iterator[Finding]:
    """Names in the environment that seem to be meant for a setting."""
    for name, near in written:
        if near:
            yield look("passed_over.near", name=name, near=near, about=_about(near))
        else:
            yield look("passed_over", name=name)


def fitting(settings: Settings) -> Iterator[Finding]:
    """Whether the ways in fit each other: the address, the cookies and the proxies."""
    yield ok("settings", profile=settings.profile)
    yield _address(settings)
    is_https = settings.public_url.startswith("https://")
    if settings.cookies_tls_only and not is_https:
        yield wrong("cookies.lost", address=settings.public_url)
    elif is_https and not settings.cookies_tls_only:
        yield wrong("cookies.open", address=settings.public_url)
    else:
        yield ok("cookies")
    if any(network.prefixlen == _EVERYBODY for network in settings.trusted_proxies):
        yield wrong("proxies.everybody")
    elif not settings.trusted_proxies and not settings.in_development:
        yield look("proxies.none")
    else:
        yield ok("proxies", number=len(settings.trusted_proxies))


def _address(settings: Settings) -> Finding:
    """Where people find the app. Without PUBLIC_URL it goes by PORT, and whoever runs this may not say the same one."""
    is_set = "public_url" in settings.model_fields_set
    return ok("address" if is_set else "address.by_port", address=settings.public_url)


def _about(name: str) -> str:
    """What .env.example says of a setting: the comment over the group of lines that it stands in."""
    if not name or not _EXAMPLE.exists():
        return ""
    above: list[str] = []
    for line in _EXAMPLE.read_text(encoding="utf-8").splitlines():
        if line.startswith(f"{name}="):
            return " ".join(above)
        if not line:
            above = []
        elif line.startswith("# ") and not line.startswith("# ---"):
            above.append(line.removeprefix("# "))
    return ""
