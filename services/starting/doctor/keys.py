"""The keys: where they come from, and whether they can be had from there."""

from db.cannot_start import CannotStart
from services.sealing.sources import source_of
from services.settings import Settings
from services.starting.doctor.finding import Finding, ok, wrong
from services.words import sentence


def keys(settings: Settings) -> Finding:
    """Fetch them as the app does at its start; a key service has to answer for this."""
    source = source_of(settings)
    try:
        found = source.keys()
    except CannotStart as reason:
        return wrong("keys", reason=reason)
    return ok("keys", source=sentence(f"doctor.keys.from.{source.name}"), newest=found.sealing.newest)
