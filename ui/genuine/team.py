"""Who of our team may see a customer's data now, in words for that customer."""

from collections.abc import Sequence

from components.prose import bullet_list, paragraph
from services.staff.access.seeing import Seer
from services.words import day_of, moment, sentence


def who_of_our_team(team: Sequence[Seer]) -> None:
    """Everybody as what they are there; a sentence where there is nobody."""
    if not team:
        paragraph("Nobody now. We ask a colleague to be there for you first, and you then see who it is.")
        return
    bullet_list([_seer(each) for each in team])
    paragraph("We write down each look.")


def _seer(each: Seer) -> str:
    if each.tax_year:
        return _seer_of_two(each, each.tax_year)
    if each.role is None:
        return f"{each.name}, in an emergency, until {moment(each.until or each.since)}. An administrator checks why."
    role, what = sentence(f"role.name.{each.role}"), sentence(f"role.sees.{each.role}")
    return f"{each.name}, your {role}, since {day_of(each.since)}: {what}."


def _seer_of_two(each: Seer, year: int) -> str:
    if each.until:
        return sentence("joint.seen.emergency", name=each.name, until=moment(each.until), year=year)
    return sentence("joint.seen.preparer", name=each.name, day=day_of(each.since), year=year)
