"""What is said of filing on a day, for the page and for the document: being late, last days, each way."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from services.filing import Deadlines, Way, deadlines_of
from services.filing.stages import Stage, stage_of
from services.words import dollars, known, long_date, sentence


def today_in_words(tax_year: int, outcome: int, today: date) -> list[str]:
    """What this day means for who gets back (above zero) or owes so many cents; nothing to say while there is time."""
    stage, days = stage_of(tax_year, today), deadlines_of(tax_year)
    if stage is Stage.OPEN:
        return []
    if stage is Stage.EARLY:
        return [sentence("filing.days.early", year=tax_year, next=tax_year + 1)]
    more_time = [sentence("filing.days.more_time", day=long_date(days.extended_on))] if stage is Stage.EXTENDED else []
    return [*_late(outcome, days), *more_time]


def last_days(deadlines: Deadlines, today: date) -> list[tuple[str, str]]:
    """What has to be done until when; a day that is over says so."""
    days = {"due": deadlines.due_on, "ask": deadlines.due_on, "extended": deadlines.extended_on}
    return [(sentence(f"filing.days.{what}"), _day(day, today)) for what, day in days.items()]


def late_ways_in_words(stage: Stage) -> list[str]:
    """How a late return can still be sent; nothing for one in time."""
    return [sentence(f"filing.send.{stage}"), sentence("filing.send.paper")] if stage.is_over else []


def way_in_words(way: Way, tax_year: int, stage: Stage) -> list[str]:
    """What it is, and what to bring; or that it is closed for this year by now."""
    if stage.is_over and known(f"filing.{way.name}.over"):
        return [sentence(f"filing.{way.name}.over", year=tax_year)]
    return [sentence(f"filing.{way.name}.about"), sentence(f"filing.{way.name}.bring")]


def _late(outcome: int, days: Deadlines) -> Iterator[str]:
    if outcome > 0:
        yield sentence("filing.days.late_refund", until=long_date(days.refund_until))
    elif not outcome:
        yield sentence("filing.days.late_even")
    else:
        yield sentence("filing.days.late_owed")
        if days.least_penalty:
            yield sentence("filing.days.late_least", least=dollars(Decimal(days.least_penalty)))


def _day(day: date, today: date) -> str:
    return sentence("filing.days.over", day=long_date(day)) if today > day else long_date(day)
