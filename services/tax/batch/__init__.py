"""Many returns at once, on every core, in the order in which they came."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from os import cpu_count
from signal import SIG_IGN, SIGINT, signal

Answer = Callable[[bytes], bytes]

CHUNK = 500
"""Lines handed to a process at a time."""
FEW = 2000
"""Up to so many lines, starting processes costs more than it saves."""
_AHEAD = 4


def answered(lines: Iterable[bytes], answer: Answer) -> Iterator[bytes]:
    """The answer to each line, in order; memory holds a few chunks at a time, however long the input is."""
    stream = iter(lines)
    first = list(islice(stream, FEW + 1))
    if len(first) <= FEW:
        yield from map(answer, first)
    else:
        yield from _on_every_core(chain(first, stream), answer)


def _on_every_core(stream: Iterator[bytes], answer: Answer) -> Iterator[bytes]:
    cores = cpu_count() or 1
    waiting: deque[Future[list[bytes]]] = deque()
    with ProcessPoolExecutor(cores, initializer=signal, initargs=(SIGINT, SIG_IGN)) as pool:  # Ctrl-C is for the parent
        while chunk := list(islice(stream, CHUNK)):
            waiting.append(pool.submit(_answer_all, chunk, answer))
            if len(waiting) >= cores * _AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _answer_all(chunk: list[bytes], answer: Answer) -> list[bytes]:
    return [answer(line) for line in chunk]
