"""A button that asks the person's device for a passkey: their fingerprint, face or screen lock."""

import json
from typing import Literal

from nicegui.element import Element

from components.button import button
from components.error_line import error_line
from components.native import element
from services.words import sentence

Asks = Literal["get", "create"]
_FAILURES = (
    "cancelled",
    "unsupported",
    "wrong_place",
    "has_one",
    "not_possible",
    "offline",
    "ended",
    "too_often",
    "failed",
)


def passkey_button(
    text: str,
    *,
    asks: Asks,
    question_at: str,
    name: str = "credential",
    kind: Literal["main", "quiet"] = "main",
    offered_by_browser: bool = False,
    error: str = "",
) -> Element:
    """Draw it inside a `form`. The device's answer is posted with that form under `name`, as JSON.

    `asks` is the call of Web Authentication: `get` uses a passkey, `create` makes one. `question_at` answers a POST
    with the options in JSON, new each time. `offered_by_browser` lets the browser also offer passkeys in a field with
    the autocomplete token "webauthn". Every failure on the device becomes a sentence right after the button, which is
    read out; `error` is one that the server found, and it takes the focus.
    """
    answer = element("input", type="hidden", name=name)
    pressed = button(text, kind=kind)
    pressed.props.update(_about(asks) | {"data-question": question_at, "data-answer": answer.html_id})
    pressed.props.set_optional("data-offered", "" if offered_by_browser else None)
    pressed.props["data-told"] = _told(error).html_id
    return pressed


def _about(asks: Asks) -> dict[str, str]:
    """What the script does, and every sentence that it may need."""
    failures = {failure: sentence(f"passkey_button.{asks}.{failure}") for failure in _FAILURES}
    return {
        "data-passkey": asks,
        "data-waiting": sentence("passkey_button.waiting"),
        "data-failures": json.dumps(failures),
    }


def _told(error: str) -> Element:
    """Where a failure is said."""
    with element("div", role="alert") as told:
        line = error_line(error)
    if error:
        told.props.update({"tabindex": "-1", "data-takes-focus": ""})
    else:
        line.props["hidden"] = True
    return told
