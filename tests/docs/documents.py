"""The written documents, and what can be checked about them: links, paths, commands, settings, tables."""

import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDERS = sorted(path for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith((".", "_")))
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(path for folder in FOLDERS for path in folder.rglob("*.md"))])
_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_QUOTED = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_PATH = re.compile(r"\.?[\w-][\w.-]*(/[\w.-]+)*/?")
_KINDS = ("py", "md", "toml", "sql", "css", "js", "json", "jsonl", "png", "txt")


def name_of(document: Path) -> str:
    """The document's path from the root, as a test's name."""
    return str(document.relative_to(ROOT))


def text_of(document: Path) -> str:
    """All that is written in it."""
    return document.read_text(encoding="utf-8")


def prose_of(document: Path) -> str:
    """The document without its blocks of code."""
    return _FENCED.sub("", text_of(document))


def links_in(document: Path) -> list[str]:
    """Where its links lead, without those to other sites."""
    return [link for link in _LINK.findall(prose_of(document)) if "://" not in link]


def anchors_of(document: Path) -> set[str]:
    """The names of its headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", prose_of(document), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def quoted_in(document: Path) -> list[str]:
    """What stands between backticks."""
    return _QUOTED.findall(prose_of(document))


def paths_in(document: Path) -> list[str]:
    """What stands between backticks and looks like a path of this project."""
    return [quoted for quoted in quoted_in(document) if _PATH.fullmatch(quoted) and _is_ours(quoted)]


def is_there(path: str, *, seen_from: Path) -> bool:
    """Whether the path leads somewhere: from the root, from the document's folder, or as the end of a longer path.

    What an operator copies from an example and keeps out of git is there as that example.
    """
    path = path.rstrip("/")
    whole = any((folder / name).exists() for folder in (ROOT, seen_from.parent) for name in (path, f"{path}.example"))
    return whole or any(longer.endswith(f"/{path}") for longer in _everything())


def commands_in(document: Path) -> set[str]:
    """What it tells `make` to do, in prose and in blocks of code."""
    return set(re.findall(r"(?:^|`|: )(?:[A-Z_]+=\S+ )?make ([a-z][a-z0-9-]*)", text_of(document), re.MULTILINE))


def compose_commands_in(document: Path) -> list[str]:
    """What it tells Docker Compose to do, in prose, tables and blocks of code, without `docker compose` itself."""
    text = text_of(document)
    whole = [*_QUOTED.findall(text), *(line.strip() for block in _FENCED.findall(text) for line in block.splitlines())]
    return [
        part.removeprefix("docker compose ")
        for one in whole
        for part in one.split(" && ")
        if part.startswith("docker compose ")
    ]


def statements_in(document: Path) -> list[str]:
    """The SQL that it has people run: what `psql` is given, and what stands alone in prose."""
    given = re.findall(r'psql [^`"]*-c "([^"]+)"', text_of(document))
    return given + [quoted for quoted in quoted_in(document) if quoted.startswith("select ")]


def rows_in(document: Path, heading: str) -> list[tuple[str, ...]]:
    """The cells of the tables under a heading, without the head of each table."""
    part = prose_of(document).split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in part.splitlines() if line.startswith("| ")]
    rows = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines]
    return [row for place, row in enumerate(rows) if not (_is_ruler(row) or _is_ruler(*rows[place + 1 : place + 2]))]


def _is_ruler(row: tuple[str, ...] = ()) -> bool:
    return bool(row) and all(set(cell) == {"-"} for cell in row)


def _is_ours(path: str) -> bool:
    first, *rest = path.split("/")
    in_a_room = bool(rest) and (ROOT / first).is_dir()
    return in_a_room or path.rpartition(".")[2] in _KINDS


@cache
def _everything() -> tuple[str, ...]:
    return tuple(str(path) for folder in FOLDERS for path in folder.rglob("*"))
