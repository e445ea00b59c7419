"""What the PDF of a result says of each line, as the engine has it for the same facts."""

from collections.abc import Iterator
from decimal import Decimal

from services import tax
from services.returns.explaining.story import story
from services.words import dollars
from services.words.lines import line_words
from ui.estimate.lines.worked_out import worked_out_in_words


def lines_on_paper(computed: tax.Computed) -> Iterator[tuple[str, str]]:
    """Each line of the story, and its row: up to its amount, or to what was typed for it."""
    amounts = {line.id: dollars(Decimal(line.amount) / 100) for line in computed.lines}
    year = computed.given.tax_year
    for each in story(computed):
        words = line_words(each.line.id, year)
        row = [words.label, words.explanation, *worked_out_in_words(computed, each.line.id)]
        row.append(f"Source: {each.line.source}.")
        if each.comes_from:
            row.append("It comes from these lines:")
            row += [f"{line_words(name, year).label}: {amounts[name]}" for name in each.comes_from]
        row.append("It comes from what you told us:" if each.typed else amounts[each.line.id])
        yield each.line.id, " ".join(row)
