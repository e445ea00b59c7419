"""What was removed of the years, with the way back."""

from collections.abc import Sequence

from components.button import button
from components.form import form
from components.layout import row, section
from components.prose import paragraph
from services.returns.years.removing import Removed
from services.words import moment, sentence


def way_back(removed: Sequence[Removed]) -> None:
    """Each with the day on which it is deleted. Nothing where nothing was removed."""
    if not removed:
        return
    with section(sentence("years.removed.title")):
        for each in removed:
            told = {"year": each.tax_year, "day": moment(each.gone_at)}
            paragraph(sentence("years.removed.until", **told))
            words = sentence("years.removed.put_back", year=each.tax_year)
            hidden = {"return_id": str(each.return_id), "act": "put_back"}
            with form("/api/forms/years", label=words, hidden=hidden), row():
                button(words, kind="quiet", submit=True)
