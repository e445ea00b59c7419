"""How one of us reaches a customer: their sign language, their number with how to call it, and their interpreter."""

from components.description_list import Entry, description_list
from components.notice import notice
from components.prose import paragraph, paragraphs
from db.values.intake import CallKind
from services.intake.in_words import language_of, number_of
from services.staff.customers import Customer
from services.words import day_of, sentence


def how_to_reach(customer: Customer) -> None:
    """What they told us, and what one has to know before one calls."""
    told, not_told = customer.communication, sentence("intake.for_staff.not_told")
    description_list(
        [
            Entry(sentence("intake.step.language.term"), language_of(told) or not_told),
            Entry(sentence("intake.for_staff.number"), number_of(told) or not_told),
            Entry(sentence("intake.for_staff.interpreter"), _interpreter(customer) or not_told),
        ]
    )
    _how_to_call(told.call_kind or CallKind.NONE)


def _interpreter(customer: Customer) -> str:
    if not customer.interpreter:
        return ""
    latest = customer.interpreter[-1]
    state = sentence(f"intake.interpreter.{latest.status}.state")
    return sentence("intake.for_staff.since", state=state, day=day_of(latest.at))


def _how_to_call(kind: CallKind) -> None:
    if kind is CallKind.NONE:
        paragraph(sentence("intake.call_how.none"))
        return
    with notice(title=sentence("intake.for_staff.how")):
        paragraphs(sentence(f"intake.call_how.{kind}"))
