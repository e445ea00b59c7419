"""The forms that somebody copies on paper, each to be opened."""

from functools import partial

from components.disclosure import disclosure
from components.layout import section
from components.prose import paragraph
from components.table import Column, table
from services.returns.answers import Answers
from services.tax import Computed
from services.words import sentence
from ui.result.forms_in_words import FormInWords, about_the_forms, forms_in_words, heads


def what_to_copy(computed: Computed, answers: Answers) -> None:
    """The whole section. A form is drawn when it is opened; the PDF has them all."""
    with section(sentence("result.forms.title")):
        for each in about_the_forms(computed):
            paragraph(each)
        for form in forms_in_words(computed, answers):
            disclosure(form.name, fill=partial(_draw, form))


def _draw(form: FormInWords) -> None:
    line, what, write = heads()
    columns = [Column(line), Column(what), Column(write, "figure")]
    table(form.name, columns, form.rows, hidden_caption=True)
