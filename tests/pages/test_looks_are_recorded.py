"""Whoever works for us and opens a page with what belongs to others leaves a record of it."""

import ast

import pytest
from sqlmodel import func, select

from db.tables.audit import AuditRecord
from db.types import new_id
from db.values.people import STAFF_ROLES, Role
from services.audit.sealing import SEALER
from tests.app import App
from tests.architecture.sources import imported, modules
from tests.database import DatabaseUrls, copy_of_the_template
from tests.people import somebody_as

NOBODYS_DATA = {"/staff/health", "/staff/season"}
"""Pages of staff that show no row of anybody."""


@pytest.fixture
def database_urls(superuser_url: str) -> DatabaseUrls:
    """A database in which nobody has been: pages that list everybody open what others sealed."""
    return copy_of_the_template(superuser_url, f"test_{new_id().hex}")


async def _records_of_people(app: App) -> int:
    query = select(func.count()).select_from(AuditRecord).where(AuditRecord.actor_kind == "person")
    async with app.house.transaction(SEALER) as session:
        return (await session.exec(query)).one()


def _pages_of_staff() -> set[str]:
    """The addresses of pages of staff that need no id: what is written in `@ui.page(…)`, or the constant PATH there."""
    found = set()
    for tree in modules("pages").values():
        texts = [
            node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
        ]
        found |= {text for text in texts if text.startswith("/staff/") and text.count("/") == 2}
    return {path for path in found if path.isascii() and path.replace("/", "").replace("-", "").isalpha()}


@pytest.mark.parametrize("path", sorted(_pages_of_staff() - NOBODYS_DATA))
async def test_a_page_of_staff_is_never_seen_without_a_record(app: App, path: str) -> None:
    seen_by: set[Role] = set()
    for role in STAFF_ROLES:
        somebody = await somebody_as(app, role)
        before = await _records_of_people(app)
        if (await somebody.http_client.get(path)).status_code == 200:
            assert await _records_of_people(app) > before, role
            seen_by.add(role)
    assert seen_by


def test_every_page_of_staff_reads_through_a_service_that_records() -> None:
    recording = {
        path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for path, tree in modules("services").items()
        if any(ast.unparse(node.func) == "audit.record" for node in ast.walk(tree) if isinstance(node, ast.Call))
    }
    rooms = ({name.rpartition(".")[0] for name in recording} | recording) - {"services"}
    silent = [
        path
        for path, tree in modules("pages").items()
        if path.startswith("pages/staff/") and imported(tree) and not imported(tree) & rooms
    ]
    assert silent == ["pages/staff/overview/health.py", "pages/staff/queues/work.py"], "these show no row of anybody"
