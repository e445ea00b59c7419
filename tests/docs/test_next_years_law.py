"""The decision page about next year's law shows what 2026 was, and counts right."""

import re
import tomllib
from pathlib import Path
from typing import Any

from services.tax.cells import STEPS, Line
from services.tax.law import figures_of

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "decisions" / "0007-next-years-law.md").read_text("utf-8")
WORDS = ROOT / "content" / "en" / "lines" / "2026.toml"


def figures(tax_year: int) -> dict[str, dict[str, Any]]:
    """Each figure of a year without its source and how far it was confirmed."""
    topics = {name: table for name, table in figures_of(tax_year).items() if isinstance(table, dict)}
    return {
        f"{topic}.{name}": {key: value for key, value in figure.items() if key not in ("source", "confirmed")}
        for topic, table in topics.items()
        for name, figure in table.items()
    }


def test_the_page_counts_the_figures_that_moved() -> None:
    before, after = figures(2025), figures(2026)
    moved = [name for name in before if before[name] != after[name]]
    assert f"{len(moved)} of {len(before)} differ" in PAGE


def test_the_page_counts_the_lines_and_words_that_came() -> None:
    new_lines = [step for step in STEPS if isinstance(step, Line) and step.since == 2026]
    assert f"The rules: {len(new_lines)} new lines" in PAGE
    assert f"The words: {len(tomllib.loads(WORDS.read_text('utf-8')))} entries" in PAGE


def test_what_the_page_shows_stands_in_the_files() -> None:
    files = [*(ROOT / "services" / "tax").rglob("*.py"), *(ROOT / "services" / "tax" / "law").glob("*.toml"), WORDS]
    everything = "\n".join(path.read_text("utf-8") for path in files)
    shown = re.findall(r"^[-+](.+)$", "".join(re.findall(r"```diff\n(.*?)```", PAGE, re.DOTALL)), re.MULTILINE)
    assert [line for line in shown if line not in everything] == []
