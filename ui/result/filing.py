"""How and until when to file, with the ways out of this site, and what was read for all that."""

from datetime import date

from components.disclosure import disclosure
from components.layout import section
from components.link import link_out
from components.notice import notice
from components.prose import paragraph, phrase
from components.table import Column, table
from services.filing import deadlines_of, sources, way_to_more_time, way_to_pay, ways
from services.filing.stages import Stage, stage_of
from services.returns.estimate import Estimate
from services.words import sentence
from ui.result.filing_in_words import last_days, late_ways_in_words, today_in_words, way_in_words


def how_to_file(estimate: Estimate, *, today: date) -> None:
    """The whole section. Who is late is told what that means for a refund and for what is owed, and what is closed."""
    year = estimate.tax_year
    with section(sentence("filing.title")):
        paragraph(sentence("filing.not_filed"))
        paragraph(sentence("filing.state"))
        if estimate.result:
            _today(year, estimate.result.outcome, today)
        table(
            sentence("filing.days.caption", year=year),
            [Column(sentence("filing.days.what")), Column(sentence("filing.days.until"))],
            last_days(deadlines_of(year), today),
        )
        with paragraph(sentence("filing.days.pay")):
            phrase(" ")
            link_out(sentence("filing.days.form"), way_to_more_time())
        _ways(year, stage_of(year, today))
        what_we_read()


def what_we_read() -> None:
    """Where all that is said of filing stands, to be opened."""
    with disclosure(sentence("filing.sources")):
        for source in sources():
            paragraph(f"{source.text}. {sentence(f'finder.confirmed.{source.confirmed}')}", small=True)


def _today(tax_year: int, outcome: int, today: date) -> None:
    if said := today_in_words(tax_year, outcome, today):
        with notice("warn"):
            for each in said:
                paragraph(each)
    if outcome < 0:
        with paragraph():
            link_out(sentence("filing.days.payments"), way_to_pay())


def _ways(tax_year: int, stage: Stage) -> None:
    if said := late_ways_in_words(stage):
        with section(sentence("filing.send.title"), level=3):
            for each in said:
                paragraph(each)
    for way in ways():
        with section(sentence(f"filing.{way.name}.title"), level=3):
            for each in way_in_words(way, tax_year, stage):
                paragraph(each)
            with paragraph():
                link_out(sentence(f"filing.{way.name}.link"), way.address)
