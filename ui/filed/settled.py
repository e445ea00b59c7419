"""Lines 16 to 23 of Form 1040-X: what was paid and came back, what comes out now, and what to check in one's papers."""

from components.link import link_out
from components.prose import paragraph
from components.table import Column, table
from services.filing import way_to_pay
from services.returns.filed.form_1040x import SOURCE, SOURCE_OF_PAYMENTS, Settled, settled_lines
from services.returns.filed.marking import History
from services.tax import Computed
from services.words import in_dollars, sentence


def what_is_settled(told: History, now: Computed) -> None:
    """The lines with where each comes from; the sources of the whole form below."""
    settled = settled_lines(told, now)
    amounts = {each.number: each.amount for each in settled}
    paragraph(sentence("filed.settled.if"))
    columns = [
        Column(sentence("filed.line_1040x")),
        Column(sentence("filed.settled.amount"), "figure"),
        Column(sentence("filed.settled.from")),
    ]
    table(sentence("filed.settled.caption"), columns, [_row(each) for each in settled])
    paragraph(sentence("filed.settled.again"))
    if amounts["21"]:
        paragraph(sentence("filed.settled.apart"))
    if amounts["20"]:
        with paragraph(f"{sentence('filed.settled.bill')} "):
            link_out(sentence("filing.days.payments"), way_to_pay())
    for source in (SOURCE, SOURCE_OF_PAYMENTS):
        paragraph(f"{source.text}. {sentence(f'finder.confirmed.{source.confirmed}')}", small=True)


def _row(each: Settled) -> tuple[str, str, str]:
    label = f"{each.number}: {sentence(f'filed.form_1040x.{each.number}')}"
    amount = sentence("filed.settled.choose") if each.amount is None else in_dollars(each.amount)
    return label, amount, sentence(f"filed.settled.{each.number}")
