"""Looks into a document that has come in."""

from uuid import UUID

from services.documents import checking
from services.house import House
from services.jobs import job


@job()
async def check_document(house: House, *, document_id: str) -> None:
    """Run twice, it finds the document checked."""
    await checking.check(house, UUID(document_id))
