"""sympy: algebra, calculus, equations, matrices, number theory."""

import sympy
from sympy.abc import a, b, x, y

print(sympy.expand((x + y) ** 4), sympy.factor(x**4 - 1), sympy.simplify(sympy.sin(x) ** 2 + sympy.cos(x) ** 2))
print(sympy.diff(sympy.exp(x) * sympy.sin(x), x), sympy.integrate(x**2 * sympy.log(x), x))
print(sympy.solve(x**2 - 5 * x + 6, x), sympy.solve([x + y - 3, x - y - 1], [x, y]))
print(sympy.limit(sympy.sin(x) / x, x, 0), sympy.series(sympy.cos(x), x, 0, 6))
print(sympy.Matrix([[1, 2], [3, 4]]).inv(), sympy.Matrix([[a, b], [b, a]]).det())
print(sympy.factorint(360), list(sympy.primerange(1, 30)), sympy.Rational(1, 3) + sympy.Rational(1, 6))
print(sympy.pi.evalf(20), sympy.sqrt(8), sympy.latex(x**2 / y))
sympy.Matrix([[1, 2], [2, 4]]).inv()
