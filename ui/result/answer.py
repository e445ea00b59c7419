"""The answer of the result page: why it is so, what can still change it, and why there is none."""

from components.drafts import only_if_saved, while_unsaved
from components.layout import row, section
from components.link import link
from components.link_list import link_list
from components.prose import paragraph
from services.interview.chapters import STEPS
from services.returns.estimate import Estimate
from services.words import sentence
from ui.estimate.answer.beyond import what_we_cannot_do
from ui.estimate.answer.in_words import answer_in_words, why_in_words
from ui.estimate.answer.missing import PlaceOf, needed_answers, open_questions
from ui.estimate.opening import page_of, to_law_changes
from ui.interview.addresses import step_path


def title_of(estimate: Estimate) -> str:
    """The result as a heading: "You get back $566"; that there is none yet."""
    if not estimate.result:
        return sentence("result.page.none", year=estimate.tax_year)
    return " ".join(answer_in_words(estimate.result)).strip()


def pdf_path(estimate: Estimate) -> str:
    """Where the result is as a PDF."""
    return f"/api{page_of(estimate, 'result.pdf')}"


def why_and_ways_on(estimate: Estimate, place_of: PlaceOf) -> None:
    """One sentence for why; for who has no result, every reason; and the ways on."""
    if estimate.result:
        paragraph(why_in_words(estimate.result))
    else:
        what_we_cannot_do(estimate.beyond)
        if estimate.beyond:
            paragraph(sentence("result.preparer"))
        if estimate.missing:
            paragraph(sentence("result.needed_too" if estimate.beyond else "result.needed"))
            link_list(needed_answers(estimate, place_of))
    _ways_on(estimate)
    to_law_changes(estimate.tax_year, estimate.follows)


def what_is_open(estimate: Estimate, place_of: PlaceOf) -> None:
    """What can still change the result, each with the way to where it is asked; that nothing can."""
    questions = list(open_questions(estimate, place_of))
    with section(sentence("result.still_open")):
        only_if_saved(paragraph(certainty_in_words(len(questions))), wanted=not questions)
        if questions:
            link_list(questions)
        else:
            with while_unsaved(str(estimate.return_id)):
                paragraph(sentence("result.not_certain"))


def certainty_in_words(questions: int) -> str:
    """Whether the result can still change, with so many questions open."""
    code = "certain" if not questions else "open_one" if questions == 1 else "open"
    return sentence(f"result.{code}", number=questions)


def _ways_on(estimate: Estimate) -> None:
    """The first is for who is done; without a result, for who is not."""
    review = step_path(estimate, [*STEPS.values()][-1])
    with row():
        if estimate.result:
            link(sentence("result.page.pdf"), pdf_path(estimate), kind="main").props["download"] = ""
            link(sentence("what_if.link"), page_of(estimate, "what-if"), kind="quiet")
        if estimate.helping is None:
            link(sentence("review.link"), page_of(estimate, "review"), kind="quiet")
        link(sentence("result.page.change"), review, kind="plain" if estimate.result else "main")
