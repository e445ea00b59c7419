"""Every endpoint that is not a page."""

from api import contract, documents, elsewhere, feedback_video, forms, passkeys, result_pdf, robots_txt, security_txt
from api.intake import needs_assessment, tax_client
from api.internal import health, metrics
from api.joining import joined
from api.tax import refund_estimate

ENDPOINTS = (
    *(health.router, metrics.router, contract.router),
    *(refund_estimate.router, tax_client.router, needs_assessment.router),
)
"""What programs may call. api/specs/openapi.json describes each."""

OTHERS = (
    *(forms.router, documents.router, feedback_video.router, passkeys.router, result_pdf.router),
    *(security_txt.router, robots_txt.router),
)
router = joined(*ENDPOINTS, *OTHERS, elsewhere.no_forms, elsewhere.nothing_beside(ENDPOINTS))
