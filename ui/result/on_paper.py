"""The result as a document: the same words, figures and order as on the page, for paper and for a braille reader."""

from collections.abc import Iterator
from datetime import date

from components.chart.waterfall import columns, marks, rows_of
from services.filing import deadlines_of, way_to_more_time, way_to_pay, ways
from services.filing.stages import stage_of
from services.filing.underpaid import underpaid, way_to_the_penalty
from services.returns.estimate import Estimate
from services.returns.filed.standing import LastFiled
from services.returns.next_year.ideas import ideas_for
from services.tax import Computed
from services.typesetting import Bar, Bars, Bullets, Document, Heading, Link, Part, Table, Text
from services.words import long_date, sentence
from ui.costs.said import said
from ui.estimate.answer.in_words import why_in_words
from ui.estimate.answer.missing import open_questions
from ui.estimate.lines.hearing_costs import effects_in_words, why_so_much
from ui.estimate.lines.idle import idle_in_words
from ui.estimate.lines.picture import Picture, pictures
from ui.joint.who import who_in_words
from ui.result.after_filing_in_words import filed_in_words, next_steps, what_it_says
from ui.result.answer import certainty_in_words, title_of
from ui.result.filing_in_words import last_days, late_ways_in_words, today_in_words, way_in_words
from ui.result.lines_on_paper import forms_on_paper, lines_on_paper
from ui.result.underpaid import how_it_counts, none_if, what_may_come
from ui.reviews.noted import Notes


def document_of(
    estimate: Estimate, result: Computed, notes: Notes, filed: LastFiled | None, *, today: date
) -> Document:
    """Everything that the result page says of an estimate with this result and these notes, on this day."""
    return Document(
        title=sentence("result.paper.title", year=estimate.tax_year, result=title_of(estimate)),
        above=sentence("result.page.above", year=estimate.tax_year),
        foot=sentence("result.paper.foot", year=estimate.tax_year, day=long_date(today)),
        page=sentence("result.paper.page", number="{number}", count="{count}"),
        parts=[
            Text(sentence("result.on_paper"), weighty=True),
            Text(sentence("result.paper.made_on", day=long_date(today))),
            *_was_filed(filed),
            *(Text(words) for words in who_in_words(estimate.you, as_spouse=estimate.as_spouse) if estimate.you),
            Text(why_in_words(result)),
            *_open(estimate),
            Heading(sentence("picture.heading")),
            *(part for picture in pictures(result) for part in _picture(picture)),
            *lines_on_paper(estimate, notes),
            *_idle(estimate),
            *_costs(estimate),
            *_paid_too_little(result),
            *_what_would_help(estimate, today),
            *forms_on_paper(result, estimate.answers),
            *(_what_comes_next(estimate, filed, today) if filed else _filing(estimate, result, today)),
        ],
    )


def _was_filed(filed: LastFiled | None) -> Iterator[Part]:
    if filed:
        yield Text(filed_in_words(filed), weighty=True)
        yield from map(Text, what_it_says(filed))


def _open(estimate: Estimate) -> Iterator[Part]:
    questions = [entry.label for entry in open_questions(estimate, lambda _: "")]
    yield Heading(sentence("result.still_open"))
    yield Text(certainty_in_words(len(questions)))
    if questions:
        yield Bullets(questions)


def _picture(picture: Picture) -> Iterator[Part]:
    yield Heading(picture.title, 3)
    yield Text(picture.says)
    bars = [Bar(each.label, each.figure, each.begins, each.ends, each.kind) for each in marks(picture.steps)]
    yield Bars(f"{picture.title}: {picture.says}", bars)
    head = [column.label for column in columns()]
    yield Table(sentence("result.paper.numbers", title=picture.title), head, rows_of(picture.steps), figures=2)


def _idle(estimate: Estimate) -> Iterator[Part]:
    for each in idle_in_words(estimate, lambda _: ""):
        yield Heading(each.title)
        yield Text(each.hint)
        for why, entries in each.groups:
            yield Bullets([sentence("idle.on_paper", question=entry.label, amount=entry.figure) for entry in entries])
            yield Text(why)


def _costs(estimate: Estimate) -> Iterator[Part]:
    if not estimate.costs.judged:
        return
    yield Heading(sentence("hearing_card.title"))
    head = [sentence("hearing_card.cost"), sentence("hearing_card.changes")]
    yield Table(sentence("hearing_card.caption"), head, effects_in_words(estimate.costs))
    yield from _why(*why_so_much(estimate.costs))


def _paid_too_little(result: Computed) -> Iterator[Part]:
    if found := underpaid(result):
        yield Heading(sentence("filing.underpaid.title"))
        yield Text(what_may_come(found), weighty=True)
        yield Text(sentence("filing.underpaid.none_if"))
        yield Bullets(none_if(found, result.given.tax_year))
        yield from map(Text, how_it_counts())
        yield Link(sentence("filing.underpaid.link"), way_to_the_penalty())


def _what_would_help(estimate: Estimate, today: date) -> Iterator[Part]:
    ideas = ideas_for(estimate, today=today)
    yield Heading(sentence("costs.ideas.title"))
    yield Text(sentence("costs.ideas.hint" if ideas else "result.page.no_ideas"))
    for idea in ideas:
        yield Heading(said([idea.what])[0], 3)
        yield Bullets(said(idea.assuming))
        yield Text(f"{idea.source.text}. {sentence(f'finder.confirmed.{idea.source.confirmed}')}")


def _why(question: str, reasons: list[str]) -> Iterator[Part]:
    if question and len(reasons) > 1:
        yield Text(question)
        yield Bullets(reasons)
    else:
        yield Text(" ".join([question, *reasons]).strip())


def _filing(estimate: Estimate, result: Computed, today: date) -> Iterator[Part]:
    stage = stage_of(estimate.tax_year, today)
    yield Heading(sentence("filing.title"))
    yield Text(sentence("filing.not_filed"))
    yield Text(sentence("filing.state"))
    for each in today_in_words(estimate.tax_year, result.outcome, today):
        yield Text(each, weighty=True)
    if result.outcome < 0:
        yield Link(sentence("filing.days.payments"), way_to_pay())
    yield from _last_days(estimate.tax_year, today)
    if said_of_late := late_ways_in_words(stage):
        yield Heading(sentence("filing.send.title"), 3)
        yield from map(Text, said_of_late)
    for way in ways():
        yield Heading(sentence(f"filing.{way.name}.title"), 3)
        yield from map(Text, way_in_words(way, estimate.tax_year, stage))
        yield Link(sentence(f"filing.{way.name}.link"), way.address)


def _what_comes_next(estimate: Estimate, filed: LastFiled, today: date) -> Iterator[Part]:
    yield Heading(sentence("filing.after.title"))
    yield Text(sentence("filing.after.not_sent"))
    yield Text(sentence("filing.state"))
    for step in next_steps(filed, estimate.tax_year, today):
        yield Heading(step.title, 3)
        yield from map(Text, step.says)
        yield Link(step.link, step.address)


def _last_days(tax_year: int, today: date) -> Iterator[Part]:
    head = [sentence("filing.days.what"), sentence("filing.days.until")]
    rows = last_days(deadlines_of(tax_year), today)
    yield Table(sentence("filing.days.caption", year=tax_year), head, rows, figures=0)
    yield Text(sentence("filing.days.pay"))
    yield Link(sentence("filing.days.form"), way_to_more_time())
