"""One line of text: words, an e-mail address, a password, or a code of figures."""

from typing import Literal

from nicegui.element import Element

from components.field import Commit, Field, Says
from components.field.one_text import ITS_TEXT, as_typed, text_in
from components.native import element, written
from services.words import sentence

Kind = Literal["text", "email", "password", "code"]


def text_field(
    label: str,
    *,
    name: str = "",
    kind: Kind = "text",
    value: str = "",
    hint: str = "",
    error: str = "",
    required: bool = False,
    autocomplete: str = "",
    on_commit: Commit[str] | None = None,
    draft_key: str | None = "",
) -> Field[str]:
    """A native input whose label stays in view. What is typed is committed when the person leaves it, or with Enter.

    `autocomplete` lets the browser fill in what it knows (WCAG 1.3.5). Text that is not committed yet survives a
    reload in this tab; a password and a code never do, nor anything with None as `draft_key`. A password can be shown.
    """
    is_secret = kind in {"password", "code"}
    key = None if is_secret else draft_key
    field = Field(Says(label, hint, error, required), value=value, write=as_typed, draft_key=key)
    with field, element("div", "password") if kind == "password" else field:
        control = _input(name, kind, value, autocomplete)
        if kind == "password":
            _show_button()
    field.hold(control)
    field.commits(control, ITS_TEXT, text_in, on_commit)
    return field


def _input(name: str, kind: Kind, value: str, autocomplete: str) -> Element:
    secret = kind == "password"
    return element(
        "input",
        type="text" if kind == "code" else kind,
        inputmode="numeric" if kind == "code" else None,
        name=name or None,
        defaultValue=value if value and not secret else None,
        autocomplete=autocomplete or None,
        autocapitalize=None if kind == "text" else "none",
        spellcheck=None if kind == "text" else "false",
    )


def _show_button() -> None:
    shown, hidden = sentence("password.show"), sentence("password.hide")
    with element("button", "button quiet", type="button", data_shows=shown, data_hides=hidden):
        written("span", shown)
        written("span", sentence("password.what"), "visually-hidden")
