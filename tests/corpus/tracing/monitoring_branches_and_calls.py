# requires: 3.12
"""sys.monitoring: what is disabled, branches of async for, methods of C code."""

import sys

monitoring = sys.monitoring
events = monitoring.events
monitoring.use_tool_id(2, "corpus")


def numbers(n):
    for i in range(n):
        yield i


def disabled(name):
    seen = []

    def callback(code, *more):
        seen.append((code.co_name, *more))
        return monitoring.DISABLE

    event = getattr(events, name)
    monitoring.register_callback(2, event, callback)
    monitoring.set_events(2, event)
    for _ in numbers(1):
        pass
    monitoring.set_events(2, 0)
    monitoring.register_callback(2, event, None)
    monitoring.restart_events()
    print(name, len(seen), [each[0] for each in seen])


for name in ("PY_START", "PY_RESUME", "PY_RETURN", "PY_YIELD", "CALL", "LINE", "BRANCH"):
    disabled(name)
for name in ("BRANCH_LEFT", "BRANCH_RIGHT"):
    if hasattr(events, name):
        disabled(name)


class Shown:
    def __repr__(self):
        return "x"


def calls():
    int().__repr__()
    Shown().__repr__()
    object().__repr__()
    [].append(1)
    text = "a"
    text.upper()
    str.upper(text)
    len(text)


told = []
for name in ("CALL", "C_RETURN"):
    monitoring.register_callback(
        2,
        getattr(events, name),
        lambda code, offset, function, first, name=name: told.append(
            (name, function.__name__, first is monitoring.MISSING)
        ),
    )
monitoring.set_events(2, events.CALL)
calls()
monitoring.set_events(2, 0)
for each in told:
    print(*each)


async def two():
    yield 2
    yield 3


async def goes_through():
    async for y in two():
        2
    async for y in two():
        await nothing()
        if y == 3:
            break


async def nothing():
    pass


told.clear()
for name in ("BRANCH_LEFT", "BRANCH_RIGHT"):
    if hasattr(events, name):
        monitoring.register_callback(
            2,
            getattr(events, name),
            lambda code, source, target, name=name: told.append(
                (name, code.co_name, source, target)
            ),
        )
        monitoring.set_events(2, events.BRANCH)
try:
    goes_through().send(None)
except StopIteration:
    pass
monitoring.set_events(2, 0)
for each in told:
    print(*each)
