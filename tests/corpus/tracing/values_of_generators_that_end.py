"""What a trace function is told where a generator or coroutine that is delegated to ends."""

import sys
def gen(v):
    yield 1
    return v
async def co(v):
    return v
def outer(v):
    x = yield from gen(v)
    return x
async def outer_co(v):
    return await co(v)
def loop(v):
    for x in gen(v): pass
def tr(frame, event, arg):
    if event == "exception":
        print(frame.f_code.co_name, frame.f_lineno, arg[0].__name__, type(arg[1]).__name__, getattr(arg[1],'args',arg[1]), arg[2])
    return tr
def run(f, v):
    it = f(v)
    if it is None: return
    sys.settrace(tr)
    try:
        if hasattr(it,'send'):
            while True: it.send(None)
    except StopIteration as e:
        sys.settrace(None)
        print(f.__name__, v, e.args)
    sys.settrace(None)
for v in (None, 1, (1,2), (), "x", StopIteration(3), StopIteration, ValueError("v")):
    for f in (outer, outer_co):
        try: run(f, v)
        except BaseException as e: sys.settrace(None); print("raised", type(e), e)
    sys.settrace(tr); loop(v); sys.settrace(None)
