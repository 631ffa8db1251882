"""Operands and variables of statements die in CPython's order."""

from _mortals import run

CASES = r"""
M("a", 1) < M("b", 1) < M("c")
M("a") == M("b") == M("c")
I("a", 1) < I("b", 2) < I("c", 3)
M("a") and M("b")
M("a") or M("b")
not M("a")
-P("a")
M("a") if M("b") else M("c")
[x for x in [M("a"), M("b")]]
{x for x in [H("a"), H("b"), H("c")]}
{x: P("v") for x in [H("a"), H("b"), H("c")]}
{P("k"): P("v") for x in [1, 2]}
{L2("k"): P("v") for x in [1, 2]}
{L2("k") for x in [1, 2]}
[x for x in It("i")]
[x for x in It("i") if x + 1]
list(x for x in [M("a"), M("b")])
list(x for x in It("i"))
[(yy, x) for x in It("i")]
a, b = M("a"), M("b"); a, b = b, a
a, b, c = P("a"), P("b"), P("c")
a, b = [P("a"), P("b")]
a, b = It("i")
a, *b = It("i")
a, *b = M("a"), M("b"), M("c")
a, *b, c = [P("a"), P("b"), P("c"), P("d")]
a, b = T("t", P("a"), P("b"))
a, b = T("t", P("a"), P("b"), P("c"))
a, b = L("t", P("a"), P("b"))
a, b = P("n")
a, *b = P("n")
a, b = {H("a"): P("va"), 1: P("vb")}
for x in [M("a"), M("b")]: log.append(".")
for x in (M("a"), M("b")): break
for x in It("i"): break
for x in It("i"): pass
for x in gen("g"): break
for x in gen("g"): pass
for x in P("n"): pass
for i in [P("a")]: [P("z"), P("y") + 1]
for i in It("i"): [P("z"), P("y") + 1]
for i in It("i"): ignore(P("z"), undefined)
for i in gen("i"): ignore(P("z"), undefined)
for x in [P("a"), P("b")]: return P("y")
for x in It("i"): return P("y")
for x in gen("i"): return P("y")
ignore(P("a"), P("b"), undefined)
[P("a"), P("b"), undefined]
M("f")(P("a"), P("b"), undefined)
M("f").method(P("a"), P("b"), undefined)
M("f")(P("a"), k=undefined)
M("f")(P("a"), *T("t"), k=undefined)
f"{M('a')}{Name('b')}{undefined}"
P("a")[P("b")] = undefined
P("a")[P("b"):undefined]
M("a") < undefined < M("c")
{H("a"): P("a"), H("b"): undefined}
raise P("a") from P("b")
raise Exc("a") from Exc("b")
raise Exc("a") from P("b")
raise Exc("a") from None
raise P("a")
raise ValueError(P("a"), P("b"))
assert not M("a"), M("b")
assert not M("a"), P("b")
x = P("x"); y = P("y"); raise ValueError
x = P("x"); y = P("y"); return
x = P("x"); y = P("y"); return x
x = P("x"); y = P("y"); return P("z")
x = P("x"); y = P("y"); ignore(P("a"), P("b"), undefined)
x = P("x"); y = P("y"); z = lambda: x; raise ValueError
x = P("x"); y = P("y"); z = lambda: x; return
x = P("x"); del x; y = P("y"); raise ValueError
__import__(Name("nothing_there2"), P("g"), P("l"), P("f"))
"""

cases = [(line, line.replace("; ", "\n")) for line in CASES.strip().splitlines()]
run(cases)
