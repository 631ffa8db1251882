"""Operands of operators, displays and formatting die in CPython's order."""

from _mortals import run

CASES = r"""
M("l") + M("r")
M("l") - M("r")
M("l") ** M("r")
P("l") + P("r")
NotImpl("l") + NotImpl("r")
F("l") + P("r")
F("l") == P("r")
F("l")[P("r")]
I("l") + I("r")
I("l") + 1
1 + I("r")
Fl("l") + Fl("r")
Fl("l") + 1.0
2 * Fl("r")
Name("l") + Name("r")
Name("l") + "r"
"a" + Name("r")
Name("l") % Name("r")
L("l") + L("r")
T("l") + T("r")
L("l") * I("r")
I("l") * L("r")
D("l") | D("r")
SS("l") | SS("r")
M("l") == M("r")
M("l") != M("r")
M("l") < M("r")
P("l") < P("r")
P("l") == P("r")
I("l") == I("r")
I("l") < I("r")
Name("l") == Name("r")
Fl("l") < Fl("r")
SS("l") == SS("r")
if M("l") < M("r"): pass
if P("l") == P("r"): pass
M("l") is M("r")
M("l") is not M("r")
if M("l") is M("r"): pass
M("l") in M("r")
M("l") not in M("r")
P("l") in P("r")
H("l") in L("r")
H("l") in T("r", 1)
H("l") in D("r", {1: 2})
H("l") in {1: 2}
H("l") in {1, 2}
H("l") in SS("r", {1, 2})
H("l") in [H("a")]
P("l") in [1, 2]
M("l")[M("r")]
GI("l")[P("r")]
P("l")[P("r")]
L("l", 1, 2)[I("r")]
L("l", 1, 2)[P("r")]
L("l", P("a"), P("b"))[0]
[P("a"), P("b")][0]
(P("a"), P("b"))[0]
(P("a"), P("b"))[P("r")]
{1: P("v")}[1]
{1: P("v")}[I("k", 1)]
{H("k"): P("v")}[H("r")]
D("l", {1: P("v")})[1]
"abc"[I("r", 1)]
Name("abc")[I("r", 1)]
M("l")[M("a"):M("b")]
P("l")[P("a"):P("b")]
L("l", 1, 2, 3)[I("a"):I("b")]
[1, 2, 3][I("a"):I("b")]
[P("x"), P("y"), P("z")][I("a"):I("b", 2)]
M("l")[M("a"):M("b"):M("c")]
slice(M("a"), M("b"), M("c"))
M("c")[M("k")] = M("v")
P("c")[P("k")] = P("v")
L("c", 1, 2)[I("k")] = P("v")
L("c", 1, 2)[P("k")] = P("v")
[P("old"), 2][0] = P("v")
[P("old"), 2][I("k")] = P("v")
{1: P("old")}[1] = P("v")
{1: P("old")}[H("k")] = P("v")
D("d", {1: P("old")})[H("k")] = P("v")
{}[[]] = P("v")
{}[L2("k")] = P("v")
M("c")[M("a"):M("b")] = M("v")
P("c")[P("a"):P("b")] = P("v")
L("c")[I("a"):I("b")] = P("v")
L("c")[I("a"):I("b")] = T("v", P("x"))
M("c")[M("a"):M("b"):M("s")] = M("v")
del M("c")[M("k")]
del P("c")[P("k")]
del M("c")[M("a"):M("b")]
del L("l", P("x"))[0]
del {1: P("x")}[I("k", 1)]
P("o").x = P("v")
Slots("o").x = P("v")
Prop("o").x = P("v")
SA("o").x = P("v")
SAE("o").x = P("v")
object().x = P("v")
Slots("o").y = P("v")
del Slots("o").x
M("c")[M("k")] += M("v")
M("c").attribute = M("v")
M("c").a += 1
a = M("l"); a += M("r")
a = L("l"); a += T("r")
a = [P("x")]; a += T("r")
a = I("l"); a += I("r")
a = Name("l"); a += Name("r")
[M("a"), M("b"), M("c")]
(M("a"), M("b"), M("c"))
{M("a"), M("b"), M("c")}
{H("a"), H("b"), H("c")}
{H("k"): P("v"), H("k2"): P("v2")}
{H("k"): P("v"), H("k2"): P("v2"), H("k3"): P("v3")}
{"a": P("a"), "b": P("b")}
{"a": P("a"), "b": P("b"), "a": P("c")}
{L2("a"), 1}
{1, H("a"), L2("b"), H("c")}
{L2("a"): P("v"), 1: P("w")}
{H("b"): P("b"), L2("a"): P("v"), H("c"): P("w")}
[*M("a"), *M("b")]
[*P("a"), *P("b")]
{*M("a"), *M("b")}
{**D("a"), **D("b")}
{**P("a"), **D("b")}
[P("x"), *L("a", P("y")), P("z"), *T("b")]
f"{M('a')}{M('b')}"
f"{M('a'):{M('b')}}"
f"{M('a')!r:{M('b')}}"
f"{P('a'):{Name('b')}}"
f"{Name('a'):>{I('b', 3)}}"
f"{Name('a')}{Name('b')}{Name('c')}"
f"{Name('a')}{Name('b')}{P('c')}"
f"{Name('a')!s}"
f"{P('a'):{Named('b')}}"
f"{M('a'):{Named('b')}}"
f"{Named('a')}{Named('b')} {Named('c')}"
f"{Named('a')}{Named('b')}" + P("c")
"""

# CPython's specialized instructions have another order
ONCE = r"""
F("l")[P("r")]
M("l")[M("r")]
GI("l")[P("r")]
{H("k"): P("v")}[H("r")]
M("l")[M("a"):M("b"):M("c")]
[P("old"), 2][0] = P("v")
{1: P("old")}[H("k")] = P("v")
{}[L2("k")] = P("v")
"""

cases = [(line, line.replace("; ", "\n")) for line in CASES.strip().splitlines()]
run(cases, ONCE.strip().splitlines())
