"""What was filed and when, and the form that marks a return as filed."""

from typing import Any

from components.button import button
from components.date_field import date_field, posted
from components.field import Field
from components.form import form
from components.layout import row, section
from components.prose import paragraph
from components.table import Column, table
from components.text_area import text_area
from services.attempts import Attempt
from services.returns.filed.marking import LONGEST_REASON, Filed, History
from services.words import long_date, sentence
from ui.estimate.answer.in_words import outcome_in_words
from ui.mistakes import Mistakes


def what_was_filed(told: History) -> None:
    """Every return that was marked, the first one first."""
    with section(sentence("filed.history")):
        if not told.filed:
            paragraph(sentence("filed.none"))
            return
        columns = [Column(sentence(f"filed.{name}")) for name in ("what", "on", "result", "why")]
        table(sentence("filed.history"), columns, [_row(each, told) for each in told.filed], hidden_caption=True)


def marking(told: History, attempt: Attempt) -> None:
    """The form. What was typed is there again after a mistake."""
    hidden = {"return_id": str(told.estimate.return_id), "tax_year": str(told.estimate.tax_year)}
    words = sentence("filed.again" if told.filed else "filed.first")
    with section(words), form("/api/forms/filed", hidden=hidden):
        mistakes = Mistakes(attempt)
        fields: dict[str, Field[Any]] = {
            "filed_on": date_field(
                sentence("filed.day"),
                name="filed_on",
                error=mistakes.of("filed_on"),
                required=True,
                typed=posted("filed_on", attempt.typed),
            )
        }
        if told.filed:
            fields["reason"] = text_area(
                sentence("filed.reason"),
                name="reason",
                value=attempt.typed.get("reason", ""),
                hint=sentence("filed.reason_hint"),
                error=mistakes.of("reason"),
                required=True,
                most=LONGEST_REASON,
            )
        mistakes.sum_up(**fields)
        with row():
            button(words, submit=True)


def _row(each: Filed, told: History) -> tuple[str, ...]:
    what = sentence("filed.original" if each is told.filed[0] else "filed.amended")
    return what, long_date(each.filed_on), outcome_in_words(each.outcome), each.reason
