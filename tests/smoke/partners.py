"""What a partner's program does: asks for one estimate whose result is known to the dollar."""

from typing import Any

from tests.smoke.site import Site, Skipped, demand

_ESTIMATE = "/api/tax/refund-estimate"
# Form 1040 for 2025, single: 31,200 - 15,750 = 15,450 taxable. The Tax Table of the IRS takes the middle of its row,
# 15,450 to 15,500: 10% of 11,925 and 12% of 3,550 are 1,619. 2,184 was withheld.
_QUESTION: dict[str, Any] = {"income_w2": 31200, "federal_income_tax_withheld": 2184, "tax_year": 2025}
_REFUND = 565


async def partner_estimate(site: Site) -> str:
    """The estimate for a partner is right to the dollar."""
    if not site.wanted.api_key:
        raise Skipped("set SMOKE_API_KEY to a key that make key printed")
    reply = await site.client.post(_ESTIMATE, json=_QUESTION, headers={"X-API-Key": site.wanted.api_key})
    demand(seen=f"{reply.status_code}: {reply.text[:80]}", expected="200", holds=reply.status_code == 200)
    refund = reply.json().get("estimated_refund")
    demand(seen=f"a refund of {refund}", expected=str(_REFUND), holds=refund == _REFUND)
    return f"a refund of ${_REFUND}, as it must be"


async def no_key(site: Site) -> str:
    """Without a key, nobody gets an estimate, and the refusal says why in words for programs."""
    reply = await site.client.post(_ESTIMATE, json=_QUESTION)
    kind = reply.headers.get("content-type", "")
    refused = reply.status_code == 401 and kind.startswith("application/problem+json")
    demand(seen=f"{reply.status_code} {kind}", expected="401 application/problem+json", holds=refused)
    return "refused"
