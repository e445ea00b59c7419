"""One consent: what it allows, what the law says, and the form to sign it, with a way back that is as easy."""

from components.button import button
from components.code_list import print_button
from components.date_field import date_field, posted
from components.form import form
from components.layout import row, section
from components.link import link
from components.prose import bullet_list, paragraph
from components.text_field import text_field
from services.attempts import Attempt
from services.consents import Asked
from services.words import sentence
from ui.mistakes import Mistakes


def consent_to_sign(asked: Asked, attempt: Attempt) -> None:
    """Draw it. What was typed is there again after a mistake."""
    with section(sentence("consent.plain")):
        bullet_list(asked.words.plain)
    with section(sentence("consent.law")):
        for each in asked.words.law:
            paragraph(each)
    with section(sentence("consent.sign")):
        _signature_fields(asked, attempt)


def _signature_fields(asked: Asked, attempt: Attempt) -> None:
    """A name and a day, typed by the person."""
    hidden = {"purpose": asked.purpose.value, "recipient": asked.recipient, "version": asked.words.version}
    paragraph(asked.words.signing.replace("{signed}", "…"))
    with form("/api/forms/consent", hidden=hidden):
        mistakes = Mistakes(attempt)
        name = text_field(
            sentence("consent.name"),
            name="name",
            value=attempt.typed.get("name", ""),
            hint=sentence("consent.name_hint"),
            error=mistakes.of("name"),
            required=True,
        )
        signed_on = date_field(
            sentence("consent.signed_on"),
            name="signed_on",
            error=mistakes.of("signed_on"),
            required=True,
            typed=posted("signed_on", attempt.typed),
        )
        mistakes.sum_up(name=name, signed_on=signed_on)
        with row():
            button(sentence("consent.button"), submit=True)
            link(sentence("consent.no"), "/account/consents", kind="quiet")
            print_button(sentence("consent.print"))
