"""The form by which an administrator signs somebody out on all devices."""

from collections.abc import Awaitable, Callable

from components.button import button
from components.field.held import held
from components.layout import column
from components.live_region import announce
from components.notice import notice
from components.prose import paragraph
from components.text_field import text_field
from services.words import sentence
from ui.mistakes import PressedForm

SignOut = Callable[[str], Awaitable[str | None]]
"""Takes the address of an account."""


def sign_out_form(acting: Callable[[Callable[[int], None]], SignOut]) -> None:
    """The address and a button; `acting` makes what it does, and is told who hears how many sessions there were."""
    paragraph("Use this if an account may be in the wrong hands. Their open pages close at once.")
    form, label = PressedForm(), "Email address of the account to sign out"
    address = form.asks("email", text_field(label, kind="email", required=True, on_commit=held, draft_key="address"))

    async def pressed() -> str | None:
        return form.pressed(await sign_out(address.typed[0]))

    form.sent_by(button("Sign out everywhere", kind="quiet", on_press=pressed, busy="Signing out…"))
    said = column()

    def told(sessions: int) -> None:
        words = sentence("signed_out_by_us.done" if sessions else "signed_out_by_us.none")
        said.clear()
        with said, notice("good"):
            paragraph(words)
        announce(words)

    sign_out = acting(told)
