"""What can be taken over into a year, as boxes to tick by topic, and what is asked anew."""

from itertools import groupby

from components.button import button
from components.checkbox import checkbox
from components.choice_group import Choice
from components.form import form
from components.layout import row, section
from components.prose import bullet_list, paragraph
from services.returns.answers import Answers, answer_at
from services.returns.answers.forms import IncomeForm
from services.returns.answers.in_words import in_words
from services.returns.forms import counted
from services.returns.next_year.beginning import LastYear
from services.returns.next_year.items import ASKED_ANEW, Item, items_of
from services.returns.questions.in_words import form_in_words, question_in_words, which_in_words
from services.returns.questions.people import names_of
from services.returns.reckoning import age_of_dependent
from services.words import sentence


def taking_over(begins: LastYear) -> None:
    """The form: every thing with what we know of it, ticked as far as it is likely to be true still."""
    years = {"year": begins.tax_year, "last": begins.last.tax_year}
    with form("/api/forms/last-year", hidden={"tax_year": str(begins.tax_year)}):
        with section(sentence("last_year.take_over")):
            items = items_of(begins.last.answers, begins.tax_year)
            paragraph(sentence("last_year.take_over_hint" if items else "last_year.nothing"))
            for topic, listed in groupby(items, key=lambda item: item.topic):
                with section(sentence(f"last_year.topic.{topic}"), level=3):
                    for item in listed:
                        _box(item, begins)
        with section(sentence("last_year.again")):
            bullet_list([sentence(f"last_year.anew.{code}") for code in ASKED_ANEW])
        with row():
            button(sentence("last_year.button", **years), submit=True)
    hidden = {"tax_year": str(begins.tax_year), "way": "interview"}
    words = sentence("last_year.without", **years)
    with form("/api/forms/estimate", label=words, hidden=hidden), row():
        button(words, kind="quiet", submit=True)


def _box(item: Item, begins: LastYear) -> None:
    answers = begins.last.answers
    notes = [sentence(f"last_year.note.{code}", year=begins.tax_year) for code in item.notes]
    hint = " ".join([*_known(item, answers), *notes])
    checkbox(Choice(item.key, _name(item, begins), hint=hint), name="item", value=item.ticked)


def _name(item: Item, begins: LastYear) -> str:
    answers, (head, *rest) = begins.last.answers, item.key.split(".")
    match head:
        case "dependents":
            return _person(rest[0], begins)
        case "forms":
            listed: list[IncomeForm] = counted(answers, rest[0])
            number = [str(one.id) for one in listed].index(rest[1]) + 1
            return form_in_words(rest[0], listed[number - 1], number)
        case "costs":
            return in_words(answer_at(answers, f"{item.key}.category"))
    return sentence(f"last_year.item.{item.key}")


def _person(dependent_id: str, begins: LastYear) -> str:
    people = begins.last.answers.dependents
    place = [str(one.id) for one in people].index(dependent_id)
    person, born = names_of(people)[place], people[place].date_of_birth
    if born is None:
        return person
    age = age_of_dependent(born, begins.tax_year)
    return sentence("last_year.item.dependent", person=person, age=age, year=begins.tax_year)


def _known(item: Item, answers: Answers) -> list[str]:
    """What was told about it, but for what its name says already."""
    if item.topic == "topics":
        return [f"{which_in_words(path.partition('.')[2])}." for path in item.paths]
    told = [path for path in item.paths if path.rpartition(".")[2] not in {"payer", "category", "first_name"}]
    return [
        sentence("last_year.item.answer", question=question_in_words(path), answer=in_words(answer_at(answers, path)))
        for path in told
    ]
