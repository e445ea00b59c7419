"""The card beside the questions: the refund or the amount owed in one sentence, and what is missing for it."""

from collections.abc import Sequence
from decimal import Decimal

from components.layout import column
from components.live_region import announce
from components.prose import amount, bullet_list, heading, paragraph
from services.returns import Estimate
from services.tax import Computed
from services.words import dollars, sentence
from ui.estimate.missing import missing_in_words


class RefundSoFar:
    """Draws the card once; `show` says what is true now, and announces it when it has changed."""

    def __init__(self) -> None:
        self._said = ""
        heading("So far", 2)
        self._result = column()
        paragraph("It counts what is saved. An answer marked as an error is not counted.", small=True)
        paragraph("Federal only: state tax is not included.", small=True)
        paragraph("Computed in whole dollars with the IRS tax tables.", soft=True, small=True)

    def show(self, estimate: Estimate) -> None:
        """Say the result, or what we still need for one."""
        result = estimate.result
        says = _in_one_sentence(result) if result else ""
        self._result.clear()
        with self._result:
            if result:
                amount(_in_dollars(result.refund or result.amount_owed))
                paragraph(says)
                _what_to_check((*result.missing, *result.notes))
            elif estimate.computed:
                _what_we_cannot_do(estimate.computed.unsupported)
            else:
                _what_is_missing(estimate.missing)
        if self._said and says and says != self._said:
            announce(says)
        self._said = says or self._said


def _in_one_sentence(computed: Computed) -> str:
    if computed.refund:
        return f"You get back {_in_dollars(computed.refund)}."
    if computed.amount_owed:
        return f"You owe {_in_dollars(computed.amount_owed)}."
    return "You get nothing back, and you owe nothing."


def _in_dollars(cents: int) -> str:
    return dollars(Decimal(cents) / 100)


def _what_is_missing(paths: Sequence[str]) -> None:
    paragraph("We can show your refund when you have told us:")
    bullet_list(missing_in_words(paths))


def _what_to_check(codes: Sequence[str]) -> None:
    if codes:
        paragraph("To be sure, please look at this:")
        bullet_list([sentence(code) for code in codes])


def _what_we_cannot_do(codes: Sequence[str]) -> None:
    paragraph("We can’t compute this yet, and we do not guess:")
    bullet_list([sentence(code) for code in codes])
    paragraph("A tax preparer can help you. The IRS has free help at irs.gov/vita.")
