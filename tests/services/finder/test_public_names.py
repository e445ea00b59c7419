"""What the finder offers, and what it stays away from."""

import subprocess
import sys

from services import finder


def test_the_list_of_public_names_is_sorted_and_true() -> None:
    modules = {name for name in vars(finder) if f"services.finder.{name}" in sys.modules}
    names = {name for name in vars(finder) if not name.startswith("_")} - modules
    assert names == set(finder.__all__)
    assert finder.__all__ == sorted(finder.__all__, key=lambda name: (not name.isupper(), not name[0].isupper(), name))


def test_the_finder_brings_no_database_no_web_framework_and_no_words_along() -> None:
    code = "import sys, services.finder; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    unwanted = ("sqlalchemy", "sqlmodel", "psycopg", "nicegui", "fastapi", "httpx", "services.words", "services.house")
    assert [name for name in loaded if name in unwanted] == []
