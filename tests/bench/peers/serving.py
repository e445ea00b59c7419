"""How a peer is asked: it computes once to be warm, says its taxes, and computes again for every line that comes in.

Runs in the peer's environment, so only the standard library is here.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.bench.figures import Seconds

Computed = tuple[Seconds, list[float]]
"""What each part took, and the income tax before credits of each return in dollars."""


def serve(read: Callable[[dict[str, Any]], Any], compute: Callable[[list[Any]], Computed]) -> None:
    """Read the returns of the file that the command names, and answer on standard output, one line of JSON a time."""
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    rows = [read(json.loads(line)) for line in lines]
    _, taxes = compute(rows)
    _say(taxes)
    for _ in sys.stdin:
        seconds, _ = compute(rows)
        _say(seconds)


def _say(answer: object) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()
