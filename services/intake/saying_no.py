"""Whether the words in which somebody told of their hearing aids say that there are none."""

import re

from services.seen import in_one_line

_NO = re.compile(
    r"(no|none|never|nothing|n/?a|not any|0|zero|nil|"
    r"((i|we|client|the client) )?((have|has|had) )?"
    r"(no( prior| previous| past)? claims?|none)( (yet|ever|so far|before))?|"
    r"(i |we |client |the client )?(have |has |had |got |own |use |uses |wear |wears )?"
    r"(no|never|never had|never got|never used|never wore|not|(do|does|did) ?n['’o]?t (have|use|wear|own|get)) ?"
    r"(any |a )?(hearing )?(aids?|devices?|implants?)?( (yet|ever|so far|at all|before))?)",
    re.IGNORECASE,
)


def says_no(text: str) -> bool:
    """True for "No", "none", "-", "No claims", "I never had hearing aids."; not for "None before 2024, two since"."""
    said = in_one_line(text).strip(" .!-\N{EN DASH}\N{EM DASH}")
    return not said or bool(_NO.fullmatch(said))
