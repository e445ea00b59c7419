"""How hard a text is to read: the words of its longest sentence, and its grade in US schools."""

import re
from functools import cache

import syllapy

MOST_WORDS = 20
HARDEST_GRADE = 8
AIM_GRADE = 6
_FEWEST_WORDS = 8
LAW_TERMS = (
    *("Social Security", "Supplemental Security Income", "Social Security Disability Insurance"),
    *("Vocational Rehabilitation", "permanent and total disability", "disability pension"),
    *("standard deduction", "alternative minimum tax", "married filing separately"),
    *("Internal Revenue Code", "IRS Publication"),
)
"""What a law, a program or a form calls itself. People meet these names on paper, so other words would not help them:
each word of them counts as a short one. Somebody has looked at every one."""
_TERMS = re.compile("|".join(map(re.escape, sorted(LAW_TERMS, key=len, reverse=True))), re.IGNORECASE)
_GAP = re.compile(r"\{[^}]*\}")
_WORD = re.compile(r"[A-Za-z’'\-]+|\d[\d,.]*")
_PART = re.compile(r"[.!?:;]+(?:\s|$)|\n")
_SENTENCE = re.compile(r"(?<=[.!?:])\s+|\n\s*\n")


def faults_of(text: str) -> list[str]:
    """What makes a text too hard to read: each sentence that is too long, and the grade of it all."""
    long = [each for each in sentences_in(text) if len(each.split()) > MOST_WORDS]
    faults = [f"{len(each.split())} words: {each}" for each in long]
    if is_passage(text) and grade(text) > HARDEST_GRADE:
        faults.append(f"grade {grade(text):.1f}: {text.strip()}")
    return faults


def sentences_in(text: str) -> list[str]:
    """Its sentences. One ends at a full stop, a question mark or a colon, and at a blank line."""
    return [part.strip() for part in _SENTENCE.split(text) if part.strip()]


def is_passage(text: str) -> bool:
    """Whether it has a grade: the formula says nothing of names, labels and buttons."""
    return len(_WORD.findall(text)) >= _FEWEST_WORDS


@cache
def grade(text: str) -> float:
    """0.39 words a sentence + 11.8 syllables a word − 15.59 (Flesch and Kincaid, 1975). ValueError without words.

    A gap for a value counts as a short word.
    """
    plain = _TERMS.sub(lambda term: re.sub(r"\S+", "law", term[0]), _GAP.sub("it", text))
    words = _WORD.findall(plain)
    if not words:
        raise ValueError("There is nothing to read.")
    sentences = [part for part in _PART.split(plain) if _WORD.search(part)]
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word: str) -> int:
    """As a dictionary says; a figure and an abbreviation count as one."""
    if word.isupper() or not word[0].isalpha():
        return 1
    return max(1, sum(int(syllapy.count(part.partition("’")[0])) for part in word.split("-")))
