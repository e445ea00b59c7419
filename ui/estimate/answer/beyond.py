"""Why an estimate has no result that can be trusted: what of the return lies beyond what we compute."""

from collections.abc import Sequence

from components.prose import bullet_list, paragraph
from services.words import sentence


def what_we_cannot_do(codes: Sequence[str]) -> None:
    """Say that we can't compute it, and each reason. Nothing without a reason."""
    if codes:
        paragraph(sentence("result.beyond"))
        bullet_list([sentence(code) for code in codes])
