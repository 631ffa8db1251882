import sys
out=[]
def tr(frame, event, arg):
    if frame.f_code.co_name in ("tr","<genexpr>"): return
    out.append((frame.f_code.co_name, event, frame.f_lineno, arg if event in ("return",) else (arg and arg[0].__name__ if event=="exception" else None), sorted(frame.f_locals) if frame.f_code.co_name!="<module>" else None))
    return tr
def g(n):
    for i in range(n):
        yield i
def f(a):
    x = 0
    for i in g(2):
        x += i
    try:
        1/0
    except ZeroDivisionError as e:
        x += 1
    finally:
        x += 2
    while x < 20: x += 7
    y = [z for z in range(2)]
    pass
    class A:
        q = 1
        def m(self):
            return 5
    try:
        h()
    except KeyError:
        pass
    if x:
        pass
    else:
        x = 1
    return A().m()
def h():
    k()
def k():
    raise KeyError(1)
sys.settrace(tr)
f(1)
sys.settrace(None)
f(1)
for o in out: print(*o)
print(sys.gettrace())
