"""Tries that keep failing, counted for all processes. Redis runs each script as one step, so none slips in between."""

from redis.asyncio import Redis

from services.sharing.pace import Counted, Counts, Turn

_TAKE = """
local now, wait, numbers = tonumber(ARGV[1]), 0, {}
for place, key in ipairs(KEYS) do
  local kept = redis.call('HMGET', key, 'number', 'at', 'wait_until')
  local number, at = tonumber(kept[1] or 0), tonumber(kept[2] or now)
  local forgotten = math.max(0, now - at) / tonumber(ARGV[4 * place - 1])
  numbers[place] = math.max(0, number - forgotten) + 1
  wait = math.max(wait, tonumber(kept[3] or 0) - now)
end
if wait > 0 then return {0, tostring(wait)} end
for place, key in ipairs(KEYS) do
  local free, forgets, first, longest = unpack(ARGV, 4 * place - 2, 4 * place + 1)
  local beyond, own = math.ceil(numbers[place]) - free, 0
  if beyond >= 0 then own = math.min(first * 2 ^ beyond, tonumber(longest)) end
  local wait_until = string.format('%.3f', now + own)
  redis.call('HSET', key, 'number', tostring(numbers[place]), 'at', ARGV[1], 'wait_until', wait_until)
  redis.call('EXPIRE', key, math.ceil(numbers[place]) * forgets + longest)
  wait = math.max(wait, own)
end
return {1, tostring(wait)}
"""
_SUCCEEDED = """
for place, key in ipairs(KEYS) do
  if ARGV[place] == '1' then
    redis.call('DEL', key)
  elseif redis.call('EXISTS', key) == 1 then
    redis.call('HINCRBYFLOAT', key, 'number', -1)
    redis.call('HSET', key, 'wait_until', 0)
  end
end
"""


class TurnsOverRedis:
    """The same as `Turns`, in a Redis that several processes use."""

    def __init__(self, redis: Redis, prefix: str) -> None:
        self._prefix = prefix
        self._take, self._succeeded = redis.register_script(_TAKE), redis.register_script(_SUCCEEDED)

    async def take(self, counts: Counts, now: float) -> Turn:
        """Count one try for each of them, unless one has to wait."""
        figures = [figure for counted in counts for figure in _figures(counted)]
        allowed, wait = await self._take(self._keys(counts), [f"{now:.3f}", *figures])
        return Turn(bool(allowed), float(wait))

    async def succeeded(self, counts: Counts) -> None:
        """The try that was just taken was right."""
        await self._succeeded(self._keys(counts), [int(counted.pace.clears) for counted in counts])

    def _keys(self, counts: Counts) -> list[str]:
        return [f"{self._prefix}tries {counted.name}" for counted in counts]


def _figures(counted: Counted) -> tuple[int, int, int, int]:
    pace = counted.pace
    return pace.free, pace.forgets_one_in_seconds, pace.first_wait_seconds, pace.longest_wait_seconds
