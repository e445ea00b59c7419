"""A document of a customer: its pages as pictures, and its original as a file."""

from api.documents import originals, pages, uploads
from api.joining import joined

router = joined(pages.router, originals.router, uploads.router)
