"""The product's own source, parsed once."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("pages", "ui", "components", "api", "services", "db")


@cache
def modules(*rooms: str) -> dict[str, ast.Module]:
    """Each module of the given rooms (all, and main.py, without any) by its path from the root."""
    paths = [path for room in rooms or ROOMS for path in (ROOT / room).rglob("*.py")]
    paths += [] if rooms else [ROOT / "main.py"]
    return {str(path.relative_to(ROOT)): ast.parse(path.read_text(encoding="utf-8")) for path in sorted(paths)}


def imported(tree: ast.Module) -> set[str]:
    """The dotted names that a module imports; `from a import b` counts as `a` and `a.b`."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names
