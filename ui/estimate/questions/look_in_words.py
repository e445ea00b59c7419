"""A question about an odd answer in words, with the amounts that it names."""

from services.returns.answers.in_words import in_words
from services.returns.consistency import Look
from services.returns.consistency.typed_twice import TypedTwice
from services.words import sentence


def look_in_words(look: Look) -> str:
    """ "This is 100 times what another box says. Is the point missing?" """
    about = look.about
    if isinstance(about, TypedTwice):
        question = sentence(f"question.{about.total}.label")
        return sentence(look.code, question=question, typed=in_words(about.typed), told=in_words(about.told))
    return sentence(look.code) if about is None else sentence(look.code, limit=in_words(about))
