"""Each term of the law beside a question has a meaning, and says by which source."""

import pytest

from services.words import known, sentence, sentences
from ui.estimate.questions.terms import TERMS


@pytest.mark.parametrize("term", sorted({*TERMS.values()}))
def test_a_term_has_a_name_a_meaning_and_a_source(term: str) -> None:
    assert sentence(f"term.{term}.meaning")
    assert any(law in sentence(f"term.{term}.source") for law in ("Internal Revenue Code", "IRS"))


@pytest.mark.parametrize("question", TERMS)
def test_a_term_stands_beside_a_question_that_there_is(question: str) -> None:
    assert known(f"{question}.label")


def test_no_term_is_explained_nowhere() -> None:
    told = {code.split(".")[1] for code in sentences() if code.startswith("term.") and code.endswith(".meaning")}
    assert told == {*TERMS.values()}
