"""How and until when to file, with the ways out of this site, and what was read for all that."""

from datetime import date

from components.disclosure import disclosure
from components.layout import section
from components.link import link_out
from components.notice import notice
from components.prose import paragraph, phrase
from components.table import Column, table
from services.filing import Deadlines, Way, deadlines_of, sources, way_to_more_time, ways
from services.returns import Estimate
from services.words import long_date, sentence


def how_to_file(estimate: Estimate, *, today: date) -> None:
    """The whole section. Who is late is told what that means for a refund, and for what is owed."""
    with section(sentence("filing.title")):
        paragraph(sentence("filing.not_filed"))
        paragraph(sentence("filing.state"))
        deadlines = deadlines_of(estimate.tax_year)
        if estimate.result and today > deadlines.due_on:
            with notice("warn"):
                paragraph(late_in_words(estimate.result.outcome))
        table(
            sentence("filing.days.caption", year=estimate.tax_year),
            [Column(sentence("filing.days.what")), Column(sentence("filing.days.until"))],
            last_days(deadlines, today),
        )
        with paragraph(sentence("filing.days.pay")):
            phrase(" ")
            link_out(sentence("filing.days.form"), way_to_more_time())
        for way in ways():
            _way(way)
        with disclosure(sentence("filing.sources")):
            for source in sources():
                paragraph(f"{source.text}. {sentence(f'finder.confirmed.{source.confirmed}')}", small=True)


def late_in_words(outcome: int) -> str:
    """What it means that the last day is over, for who gets back (above zero) or owes so many cents."""
    if not outcome:
        return sentence("filing.days.late_even")
    return sentence("filing.days.late_refund" if outcome > 0 else "filing.days.late_owed")


def last_days(deadlines: Deadlines, today: date) -> list[tuple[str, str]]:
    """What has to be done until when; a day that is over says so."""
    days = {"due": deadlines.due_on, "ask": deadlines.due_on, "extended": deadlines.extended_on}
    return [(sentence(f"filing.days.{what}"), _day(day, today)) for what, day in days.items()]


def _day(day: date, today: date) -> str:
    return sentence("filing.days.over", day=long_date(day)) if today > day else long_date(day)


def _way(way: Way) -> None:
    with section(sentence(f"filing.{way.name}.title"), level=3):
        paragraph(sentence(f"filing.{way.name}.about"))
        paragraph(sentence(f"filing.{way.name}.bring"))
        with paragraph():
            link_out(sentence(f"filing.{way.name}.link"), way.address)
