"""The engine in this process, on one core: how many returns a second, where the time goes, and one estimate in full."""

from collections.abc import Callable, Sequence
from functools import partial
from time import perf_counter
from typing import Any

from services.tax import Method, compute, parse_return
from services.words.lines import line_words
from tests.bench.figures import Figures, Seconds, in_turn
from tests.bench.page import Table, fine, whole
from tests.bench.returns import every_scenario, mixed_returns, wage_returns

_MICROSECONDS, _MILLISECONDS = 1e6, 1e3
_STEPS = ("read", "compute", "amounts")


def rates(count: int, rounds: int, methods: Sequence[Method] = tuple(Method)) -> Table:
    """Returns a second from parsed JSON to the amounts: wage returns, and those of all scenarios once."""
    sets = {"all scenarios": every_scenario(), f"{count:,} wage returns": wage_returns(count)}
    told = {(method, name): returns for name, returns in sets.items() for method in methods}
    found = in_turn((partial(_whole, returns, *key) for key, returns in told.items()), rounds)
    return Table(
        "Returns a second on one core",
        "From parsed JSON: `parse_return`, `compute`, `expected()`. The aim is 4,000 a second in `exact`.",
        ("returns", "method", "a second"),
        tuple((key[1], f"`{key[0]}`", whole(found[_name(*key)].rate(len(returns)))) for key, returns in told.items()),
    )


def steps(rounds: int, method: Method = Method.EXACT) -> Table:
    """Microseconds a return that reading, computing and taking the amounts cost, by scenario."""
    cases = every_scenario()
    scenarios = {case["scenario"]: [one for one in cases if one["scenario"] == case["scenario"]] for case in cases}
    rows = []
    for scenario, returns in scenarios.items():
        found = in_turn([partial(_by_step, returns, method)], rounds)
        rows.append((scenario, *(whole(found[step].times(_MICROSECONDS / len(returns))) for step in _STEPS)))
    about = f"Microseconds a return in `{method}`; reading starts from parsed JSON."
    return Table("Where the time goes", about, ("scenario", *_STEPS), tuple(rows))


def explained(count: int, methods: Sequence[Method] = tuple(Method)) -> Table:
    """Milliseconds for one estimate with every line explained in words, one sample a return."""
    returns = mixed_returns(count)
    for method in methods:
        _explained(returns[0], method)  # the first one also reads the law and the words
    rows = tuple((f"`{method}`", fine(Figures.of(_explained(one, method) for one in returns))) for method in methods)
    about = "From parsed JSON to every line with its words and sources, return by return. The aim is under 2 ms."
    return Table("One estimate with all explanations", about, ("method", "milliseconds"), rows)


def _whole(returns: list[dict[str, Any]], method: Method, name: str) -> Seconds:
    start = perf_counter()
    for data in returns:
        compute(parse_return(data), method=method).expected()
    return {_name(method, name): perf_counter() - start}


def _name(method: Method, name: str) -> str:
    return f"{method} {name}"


def _by_step(returns: list[dict[str, Any]], method: Method) -> Seconds:
    read, reading = _timed(parse_return, returns)
    computed, computing = _timed(partial(compute, method=method), read)
    _, telling = _timed(lambda one: one.expected(), computed)
    return dict(zip(_STEPS, (reading, computing, telling), strict=True))


def _timed(step: Callable[[Any], Any], inputs: list[Any]) -> tuple[list[Any], float]:
    start = perf_counter()
    outputs = [step(one) for one in inputs]
    return outputs, perf_counter() - start


def _explained(data: dict[str, Any], method: Method) -> float:
    start = perf_counter()
    computed = compute(parse_return(data), method=method)
    for line in computed.lines:
        line_words(line.id, computed.given.tax_year)
    return (perf_counter() - start) * _MILLISECONDS
