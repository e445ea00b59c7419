"""A plan as one function in which every amount is a local variable: the same lines without the looking up.

The line functions are the source. Their bodies are written one after the other, with a local name for `r[wages]` and
for `r.law.payroll_tax`. A formula with a loop is called as it is. To step through a return, use `Plan.run`, which does
the same; a test holds the two together.
"""

import ast
from collections.abc import Callable, Sequence
from functools import cache
from itertools import count
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

from services.tax.cells import Cell, Choice, Step, Worksheet
from services.tax.graph import Order, Plan
from services.tax.money import whole_dollars

Body = list[ast.stmt]

_LOOPS = (ast.comprehension, ast.For, ast.While, ast.Lambda)
_FRAME = """
def run(r):
    untried_ = True
    for choice_ in (False, True, False):
        r[{choice}] = choice_
        if choice_:
            if {price} < without_:
                break
        elif untried_ and {worth_trying} > 0:
            untried_, without_ = False, {price}
        else:
            break
"""


def flat(plan: Plan, *, whole: bool) -> Callable[[Worksheet], None]:
    """The function that fills in every step of a worksheet; `whole` rounds each amount to whole dollars."""
    names = _Names(plan.choice)
    first, ways, last = (_written(order, names, whole) for order in (plan.before, plan.between, plan.after))
    price, worth_trying = names.local(plan.choice.price), names.local(plan.choice.worth_trying)
    module = ast.parse(_FRAME.format(choice=names.constant(plan.choice), price=price, worth_trying=worth_trying))
    match module.body:
        case [ast.FunctionDef(body=[_, ast.For(body=[_, *_] as loop)] as body)]:
            loop[1:1] = ways
            body[:] = [*names.readings(), *first, *body, *last]
    code = compile(ast.fix_missing_locations(module), "<the lines in a row>", "exec")
    [run] = (constant for constant in code.co_consts if isinstance(constant, CodeType))
    return FunctionType(run, names.constants)


class _Names:
    """What cells, topics of the law, and everything else that formulas name are called in the function."""

    def __init__(self, choice: Choice) -> None:
        self.constants: dict[str, Any] = {}
        self._locals: dict[Cell[Any], str] = {choice: "choice_"}
        self._topics: dict[str, str] = {}
        self._known: dict[int, str] = {}
        self._passing = count()

    def local(self, cell: Cell[Any]) -> str:
        return self._locals.setdefault(cell, f"cell_{len(self._locals)}_")

    def topic(self, name: str) -> str:
        return self._topics.setdefault(name, f"law_{name}_")

    def constant(self, thing: Any) -> str:
        name = self._known.setdefault(id(thing), f"constant_{len(self._known)}_")
        self.constants[name] = thing
        return name

    def passing(self) -> str:
        """A new name for a value that is needed twice."""
        return f"passing_{next(self._passing)}_"

    def readings(self) -> Body:
        """What is read before the first step: answers and law."""
        inputs = [cell for cell in self._locals if not isinstance(cell, Step | Choice)]
        answers = [f"{self.local(cell)} = r[{self.constant(cell)}]" for cell in inputs]
        return ast.parse(
            "\n".join([*answers, *(f"{name} = r.law.{topic}" for topic, name in self._topics.items())])
        ).body


def _written(order: Order, names: _Names, whole: bool) -> Body:
    return [statement for step, _ in order if isinstance(step, Step) for statement in _step(step, names, whole)]


def _step(step: Step[Any], names: _Names, whole: bool) -> Body:
    target, definition = names.local(step), _definition(step.formula)
    if any(isinstance(node, _LOOPS) for node in ast.walk(definition)):
        work = ast.parse(f"{target} = {names.constant(step.formula)}(r)").body
    else:
        work = _Formula(step.formula, names).assigning(definition.body, target)
    rounding = f"if {target} % 100: {target} = {names.constant(whole_dollars)}({target})\n"
    entered = f"r[{names.constant(step)}] = {target}"
    return [*work, *ast.parse(rounding * (whole and step.is_amount) + entered).body]


class _Formula:
    """Writes the body of one formula with the names of the function."""

    def __init__(self, formula: Callable[..., Any], names: _Names) -> None:
        self._names = names
        own = formula.__code__.co_varnames
        self._globals = {name: thing for name, thing in formula.__globals__.items() if name not in own}

    def assigning(self, body: Sequence[ast.stmt], target: str) -> Body:
        """The statements, with an assignment for each `return`; what follows a return in an `if` becomes its `else`."""
        match body:
            case [ast.Expr(ast.Constant()), *rest]:
                return self.assigning(rest, target)
            case [ast.Return(ast.expr() as value), *_]:
                return [ast.Assign([ast.Name(target, ast.Store())], self._rewritten(value))]
            case [ast.If(test, [*_, ast.Return()] as chosen, otherwise), *rest]:
                both = self.assigning(chosen, target), self.assigning([*otherwise, *rest], target)
                return [ast.If(self._rewritten(test), *both)]
            case [statement, *rest]:
                return [self._rewritten(statement), *self.assigning(rest, target)]
        return []

    def _rewritten(self, node: Any) -> Any:
        match node:
            case ast.Subscript(ast.Name("r"), ast.Name(name)) if isinstance(self._globals.get(name), Cell):
                return ast.Name(self._names.local(self._globals[name]), ast.Load())
            case ast.Attribute(ast.Attribute(ast.Name("r"), "law"), topic):
                return ast.Name(self._names.topic(topic), ast.Load())
            case ast.Call(ast.Name("max" | "min" as which), [one, other]):
                return self._chosen(which, self._rewritten(one), self._rewritten(other))
            case ast.Name(name) if name in self._globals:
                return ast.Name(self._names.constant(self._globals[name]), ast.Load())
        return self._inside(node)

    def _inside(self, node: Any) -> Any:
        if isinstance(node, list):
            return [self._rewritten(one) for one in node]
        if isinstance(node, ast.AST):
            return type(node)(**{field: self._rewritten(value) for field, value in ast.iter_fields(node)})
        return node

    def _chosen(self, which: str, one: ast.expr, other: ast.expr) -> ast.expr:
        """The larger or smaller of two by comparing, which is much faster than calling."""
        (first, again), (second, instead) = self._named(one), self._named(other)
        comparing = ast.GtE() if which == "max" else ast.LtE()
        return ast.IfExp(ast.Compare(first, [comparing], [second]), again, instead)

    def _named(self, value: ast.expr) -> tuple[ast.expr, ast.expr]:
        """An expression, and how to use its value once more."""
        if isinstance(value, ast.Name | ast.Constant):
            return value, value
        name = self._names.passing()
        return ast.NamedExpr(ast.Name(name, ast.Store()), value), ast.Name(name, ast.Load())


def _definition(formula: Callable[..., Any]) -> ast.FunctionDef:
    return _definitions(formula.__code__.co_filename)[formula.__name__]


@cache
def _definitions(path: str) -> dict[str, ast.FunctionDef]:
    module = ast.parse(Path(path).read_text(encoding="utf-8"))
    return {node.name: node for node in module.body if isinstance(node, ast.FunctionDef)}
