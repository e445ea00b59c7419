"""Lists every text over the aim, the hardest first: `python -m tests.reading`."""

import sys

from tests.reading import AIM_GRADE, grade, is_passage
from tests.reading.sources import texts


def main() -> None:
    """Print grade, place and text."""
    graded = sorted(((grade(text), place, text) for place, text in texts().items() if is_passage(text)), reverse=True)
    for hardness, place, text in graded:
        if hardness > AIM_GRADE:
            sys.stdout.write(f"{hardness:4.1f}  {place}\n      {' '.join(text.split())}\n")


if __name__ == "__main__":
    main()
