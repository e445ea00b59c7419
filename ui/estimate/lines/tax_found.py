"""How the tax of a line was found, in words: its row of the Tax Table, and each rate with the part that it is for."""

from collections.abc import Iterator

from services.finder import percent
from services.tax import Computed, TaxFound
from services.words import in_dollars, sentence

_ON = {"1040.16": "1040.15", "gains.22": "gains.5"}
"""The lines that have a tax at the usual rates, and the income that it is on."""


def tax_found_in_words(computed: Computed, line_id: str) -> tuple[str, ...]:
    """Nothing for other lines, for no tax, and where lower rates for gains have a part in it."""
    if line_id not in _ON:
        return ()
    found = computed.tax_on(computed.line(_ON[line_id]).amount)
    if not found.as_filed or found.as_filed != computed.line(line_id).amount:
        return ()
    return tuple(_told(found))


def _told(found: TaxFound) -> Iterator[str]:
    if found.row:
        bottom, top = map(in_dollars, found.row)
        yield sentence("tax_found.table", bottom=bottom, top=top, middle=in_dollars(found.taxed))
    for number, part in enumerate(found.parts):
        code = "tax_found.next" if number else "tax_found.first"
        yield sentence(code, rate=percent(part.rate), amount=in_dollars(part.amount), tax=in_dollars(part.tax))
    yield sentence("tax_found.together", exact=in_dollars(found.exact), tax=in_dollars(found.as_filed))
