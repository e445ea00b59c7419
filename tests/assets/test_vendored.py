"""What others made is what its record says, and nothing else lies beside it."""

import hashlib

import pytest

from assets.cutting import ROOT, Cut, sha256_of
from assets.vendor import ASSETS, RECORD, Package, as_toml, cuts, packages

PACKAGES, CUTS = packages(), cuts()
FILES = [(ours, entry["sha256"]) for package in PACKAGES for ours, entry in package.files.items()]


@pytest.mark.parametrize(("ours", "sha256"), FILES)
def test_a_file_is_the_one_that_was_fetched(ours: str, sha256: str) -> None:
    assert hashlib.sha256((ASSETS / ours).read_bytes()).hexdigest() == sha256


def test_no_file_of_others_lies_there_without_a_record() -> None:
    lying = {
        str(path.relative_to(ASSETS)) for room in ("fonts", "icons", "checker") for path in (ASSETS / room).iterdir()
    }
    assert lying == {ours for ours, _ in FILES if not ours.startswith("../")}


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_a_package_has_a_version_a_licence_and_its_text(package: Package) -> None:
    assert package.version
    assert package.licence
    assert any("LICENCE" in ours and (ASSETS / ours).stat().st_size > 500 for ours in package.files)


def test_the_record_is_written_as_it_is_read() -> None:
    assert as_toml(PACKAGES, CUTS) == RECORD.read_text(encoding="utf-8")


@pytest.mark.parametrize("font", CUTS, ids=lambda font: font.file)
def test_a_font_of_documents_was_cut_from_the_font_that_the_browser_loads_today(font: Cut) -> None:
    assert sha256_of(font.file) == font.sha256
    assert sha256_of(font.whole) == font.whole_sha256, "run make vendor: documents are set in an older font"


def test_documents_are_set_in_fonts_with_a_record() -> None:
    folder = ROOT / "services" / "typesetting" / "fonts"
    assert {str(path.relative_to(ROOT)) for path in folder.glob("*.ttf")} == {font.file for font in CUTS}
