"""The refund estimate for partners. What they send is neither stored nor logged."""

from typing import Any

import orjson
from fastapi import APIRouter, Request, Response

from api.json_body import json_of
from api.key_holder import KeyHolder
from api.problems import ProblemRoute
from services import policy, words
from services.partners.questions import read_question
from services.partners.refunds import Estimate, Remark, estimate
from services.tax import LineResult, explained, json_number
from services.words.lines import line_words
from ui.guards import HouseDep

router = APIRouter(route_class=ProblemRoute)


@router.post("/api/tax/refund-estimate")
async def refund_estimate(request: Request, house: HouseDep, partner: KeyHolder) -> Response:
    """The refund or the amount owed, and what to know about it; on request every line that it comes from."""
    policy.partners.ESTIMATE.require(partner)
    question = read_question(await json_of(request), now=house.clock.now())
    answer = _answer(estimate(question), include_worksheet=question.include_worksheet)
    return Response(orjson.dumps(answer), media_type="application/json", headers={"Cache-Control": "no-store"})


def _answer(found: Estimate, *, include_worksheet: bool) -> dict[str, Any]:
    computed = found.computed
    answer: dict[str, Any] = {
        "estimated_refund": json_number(computed.outcome),
        "dhh_benefit_applied": bool(found.special_change),
        "notes": [_note(remark) for remark in found.remarks],
    }
    if include_worksheet:
        answer["worksheet"] = [_line(line, computed.given.tax_year) for line in computed.lines]
    return answer


def _note(remark: Remark) -> dict[str, str]:
    return {"code": str(remark.code), "message": words.sentence(remark.code, **remark.values)}


def _line(line: LineResult, tax_year: int) -> dict[str, Any]:
    """The topic is how our pages group lines; it is no part of the contract."""
    told = explained(line, line_words(line.id, tax_year))
    del told["topic"]
    return told
