"""Where a customer types the code that somebody shows them: how to ask for it, the field, and whose it is."""

from components.button import button, enter_presses
from components.field.held import done, held
from components.prose import bullet_list, paragraph
from components.status_message import StatusMessage
from components.text_field import text_field
from services.genuine.checking import Verdict
from services.house import House
from services.words import sentence
from ui.genuine import acts
from ui.guards import Visit


class Check:
    """Draw it only where somebody of our team is there for the person."""

    def __init__(self, house: House, visit: Visit) -> None:
        self._check = acts.check.by(house, visit, then=self._heard)
        self._verdict = Verdict()
        paragraph(sentence("genuine.check.about"))
        bullet_list(sentence(f"genuine.check.{rule}") for rule in ("ask", "type", "never"))
        self._field = text_field(
            sentence("genuine.check.code"),
            kind="code",
            hint=sentence("genuine.check.hint"),
            autocomplete="off",
            required=True,
            on_commit=held,
        ).until_pressed()
        pressed = button(sentence("genuine.check.button"), kind="quiet", on_press=self._pressed)
        enter_presses(pressed, self._field.html_id)
        self._says = StatusMessage()

    async def _pressed(self) -> str | None:
        self._says.clear()
        problem = await self._check(self._field.typed[0])
        if problem is None and self._verdict.problem:
            problem = sentence(self._verdict.problem)
        if problem is None:
            self._field.clear_error()
            self._field.set("")
            self._says.say(_whose(self._verdict))
        return done(problem, self._field)

    def _heard(self, verdict: Verdict) -> None:
        self._verdict = verdict


def _whose(verdict: Verdict) -> str:
    seer = verdict.seer
    if seer is None or seer.role is None:
        return sentence("genuine.right.emergency", name=seer.name if seer else "")
    return sentence("genuine.right.assigned", name=seer.name, role=sentence(f"role.name.{seer.role}"))
