import math
import numbers
from fractions import Fraction


class Matrix:
    def __init__(self, rows):
        self.rows = [list(map(Fraction, row)) for row in rows]
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError("ragged rows")

    @classmethod
    def identity(cls, n):
        return cls([[i == j for j in range(n)] for i in range(n)])

    def __getitem__(self, at):
        match at:
            case (int(i), int(j)):
                return self.rows[i][j]
            case (slice() as i, int(j)):
                return [row[j] for row in self.rows[i]]
            case int(i):
                return self.rows[i]
        raise TypeError(f"bad index {at!r}")

    def __matmul__(self, other):
        return Matrix([[sum(a * b for a, b in zip(row, other[:, j])) for j in range(len(other.rows[0]))] for row in self.rows])

    def __mul__(self, k):
        return Matrix([[v * k for v in row] for row in self.rows]) if isinstance(k, numbers.Number) else NotImplemented

    __rmul__ = __mul__

    def __pow__(self, n):
        result, base = Matrix.identity(len(self.rows)), self
        while n:
            if n & 1:
                result @= base
            base, n = base @ base, n >> 1
        return result

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __str__(self):
        return "\n".join(" ".join(f"{str(v):>5}" for v in row) for row in self.rows)

    def determinant(self):
        rows, sign, n = [row[:] for row in self.rows], 1, len(self.rows)
        for i in range(n):
            pivot = next((r for r in range(i, n) if rows[r][i]), None)
            if pivot is None:
                return Fraction(0)
            if pivot != i:
                rows[i], rows[pivot], sign = rows[pivot], rows[i], -sign
            for r in range(i + 1, n):
                factor = rows[r][i] / rows[i][i]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i])]
        return sign * math.prod(rows[i][i] for i in range(n))


m = Matrix([[2, 1, 3], [0, -1, 4], [1, 2, 0]])
print(m, m.determinant(), sep="\n")
print(m @ Matrix.identity(3) == m, (2 * m)[0, 2], (Matrix([[1, 1], [1, 0]]) ** 30)[0, 1], m[:, 1], m[1])
for action in (lambda: m * "x", lambda: m["k"], lambda: Matrix([[1], [1, 2]]), lambda: m + m, lambda: m @ 5):
    try:
        action()
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)


def pi_digits():
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < m * t:
            yield m
            q, r, m = 10 * q, 10 * (r - m * t), (10 * (3 * q + r)) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2


digits = pi_digits()
print("".join(str(next(digits)) for _ in range(30)), math.isclose(sum(1 / n**2 for n in range(1, 500)), math.pi**2 / 6, rel_tol=1e-2))
print(0.1 + 0.2, round(2.675, 2), 7 // -2, -7 % 3, 2**-1, 10**20 // 3, (1 + 2j) * (3 - 1j), abs(3 + 4j), divmod(-7.5, 2), int("ff", 16), float("1e-7"))
print((255).bit_length(), (10).to_bytes(2, "big"), 1e16 + 1, 3.0 == 3, hash(3.0) == hash(3), math.gcd(48, 18), math.inf > 10**400, -0.0, 5 .__class__.__name__)
