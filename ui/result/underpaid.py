"""For who owes much: that the IRS may charge a penalty for paying too little during the year, and when it does not."""

from components.layout import section
from components.link import link_out
from components.notice import notice
from components.prose import bullet_list, paragraph
from services.filing.underpaid import Underpaid, part_of, underpaid, way_to_the_penalty
from services.tax import Computed
from services.words import in_dollars, sentence


def paid_too_little(result: Computed) -> None:
    """A section of the result page; nothing for most people."""
    if (found := underpaid(result)) is None:
        return
    with section(sentence("filing.underpaid.title")):
        with notice("warn"):
            paragraph(what_may_come(found))
        paragraph(sentence("filing.underpaid.none_if"))
        bullet_list(none_if(found, result.given.tax_year))
        for each in how_it_counts():
            paragraph(each)
        with paragraph():
            link_out(sentence("filing.underpaid.link"), way_to_the_penalty())


def what_may_come(found: Underpaid) -> str:
    """That there may be a penalty, and from which amount on."""
    return sentence("filing.underpaid.about", owed=in_dollars(found.owed), owed_from=in_dollars(found.owed_from))


def none_if(found: Underpaid, tax_year: int) -> list[str]:
    """When there is none, with the figures of this return where we know them."""
    return [
        sentence(
            "filing.underpaid.this_year",
            year=tax_year,
            share=found.share,
            enough=in_dollars(part_of(found.enough, 1)),
            paid=in_dollars(found.paid),
        ),
        sentence(
            "filing.underpaid.year_before",
            before=tax_year - 1,
            income_above=in_dollars(found.income_above),
            more=found.more_of_year_before,
        ),
        sentence("filing.underpaid.no_tax", before=tax_year - 1),
    ]


def how_it_counts() -> list[str]:
    """What counts as paid in time, and who works the penalty out."""
    return [sentence("filing.underpaid.in_time"), sentence("filing.underpaid.bill")]
