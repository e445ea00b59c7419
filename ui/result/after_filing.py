"""The parts of the result page for a return that was filed: that it was, above; and what comes next, below."""

from datetime import date

from components.layout import section
from components.link import link, link_out
from components.notice import notice
from components.prose import paragraph
from services.returns.estimate import Estimate
from services.returns.filed.standing import LastFiled
from services.words import sentence
from ui.result.after_filing_in_words import filed_in_words, next_steps, what_it_says
from ui.result.filing import what_we_read


def was_filed(estimate: Estimate, filed: LastFiled) -> None:
    """Say it before anything else; who filed it is led to what was filed."""
    with notice("warn" if filed.is_changed else "good", title=filed_in_words(filed)):
        for each in what_it_says(filed):
            paragraph(each)
        if not filed.by_others:
            with paragraph():
                _to_what_was_filed(estimate)


def what_comes_next(estimate: Estimate, filed: LastFiled, *, today: date) -> None:
    """The whole section, in place of how to file."""
    with section(sentence("filing.after.title")):
        paragraph(sentence("filing.after.not_sent"))
        paragraph(sentence("filing.state"))
        for step in next_steps(filed, estimate.tax_year, today):
            with section(step.title, level=3):
                for each in step.says:
                    paragraph(each)
                with paragraph():
                    link_out(step.link, step.address)
        what_we_read()


def _to_what_was_filed(estimate: Estimate) -> None:
    words = sentence("filed.link", year=estimate.tax_year)
    link(words, f"/tax/{estimate.tax_year}/filed?estimate={estimate.return_id}")
