"""The runbook: everything that the page of system health can say has a section, and what it quotes is really said."""

import re
from itertools import chain
from pathlib import Path

import pytest

from services.vitals.limits import LIMITS
from services.words import sentence
from tests.app import App
from tests.docs.documents import ROOT, anchors_of, prose_of, rows_in, text_of
from ui.health.figures import figure

RUNBOOK = ROOT / "docs/runbook.md"
HEALTH = ROOT / "content/en/health.toml"
SIGNS = rows_in(RUNBOOK, "Where to look first")
PARTS = re.findall(r"^## (.+)\n\n((?:- .*\n(?:  .*\n)*)+)", text_of(RUNBOOK), re.MULTILINE)
KINDS = ("py", "toml", "conf")
TROUBLE = [(title, part) for title, part in PARTS if "**Seen:**" in part]


def test_each_part_that_can_be_down_and_each_limit_has_a_row_in_the_order_of_the_page() -> None:
    down = re.findall(r"^\[health\.down\.(\w+)\]", text_of(HEALTH), re.MULTILINE)
    assert [row[0] for row in SIGNS] == [
        *(sentence(f"health.down.{part}.title") for part in down),
        *(sentence(f"health.watch.{code}.label") for code in LIMITS),
    ]


def test_each_row_says_the_limit_that_the_page_says() -> None:
    bounds = {
        sentence(f"health.watch.{code}.label"): sentence(
            "health.watched.under" if limit.least else "health.watched.over",
            bound=" ".join(figure(limit.bound, limit.unit).split()),
        )
        for code, limit in LIMITS.items()
    }
    assert {row[0]: row[1] for row in SIGNS if row[1] != "it says so"} == bounds


async def test_each_metric_that_is_named_is_there(app: App) -> None:
    asking = app.somebody().http_client
    await asking.get("/")
    told = (await asking.get("/api/internal/metrics")).text
    named = set(re.findall(r"\b(?:mbtq|process)_[a-z_]+\b", prose_of(RUNBOOK))) - {"mbtq_k3x9w2ab"}
    assert named
    assert [name for name in named if name not in told] == []


def test_each_section_that_the_page_names_is_there() -> None:
    named = re.findall(
        r"under “([^”]+)”", "\n".join(line for line in text_of(HEALTH).splitlines() if "runbook" in line)
    )
    assert len(named) == 4
    assert {re.sub(r"[^\w ]", "", one.lower()).replace(" ", "-") for one in named} <= anchors_of(RUNBOOK)


@pytest.mark.parametrize(("title", "part"), TROUBLE, ids=[title for title, _ in TROUBLE])
def test_a_section_says_how_it_is_seen_what_people_meet_what_to_do_and_when_it_is_over(title: str, part: str) -> None:
    assert title
    assert re.findall(r"^- \*\*(\w+):\*\*", part, re.MULTILINE) == ["Seen", "People", "Do", "Over"]


def test_every_row_leads_to_a_section_of_this_shape() -> None:
    sections = {row[3][1:].partition("]")[0] for row in SIGNS}
    assert sections <= {title for title, _ in TROUBLE}


def test_what_the_runbook_quotes_is_what_the_house_says() -> None:
    quoted = re.findall(r'"([A-Z][^"`\n]+)"', re.sub(r"`[^`]*`", "", prose_of(RUNBOOK)))
    said = "\n".join(path.read_text("utf-8") for path in _sources())
    titles = {title for title, _ in PARTS}
    assert quoted
    assert [one for one in quoted if one not in said and one not in titles] == []


def _sources() -> chain[Path]:
    rooms = ("services", "ui", "api", "db", "content", "tests/smoke", "deploy")
    return chain.from_iterable((ROOT / room).rglob(f"*.{kind}") for room in rooms for kind in KINDS)
