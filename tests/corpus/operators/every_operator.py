class Matrix:
    def __init__(self, *rows):
        self.rows = rows

    def __matmul__(self, other):
        return [[sum(a * b for a, b in zip(row, column)) for column in zip(*other.rows)] for row in self.rows]

    def __imatmul__(self, other):
        return Matrix(*(self @ other))


def binary(a, b, x, y):
    return (a + b, a - b, a * b, a / b, a // b, a % b, a**b, a << b, a >> b, a & b, a | b, a ^ b, x @ y)


def inplace(b):
    results = []
    a = 100
    a += b
    results.append(a)
    a -= b
    a *= b
    results.append(a)
    a //= b
    a %= 77
    a **= b
    results.append(a)
    a <<= b
    a >>= 1
    a &= 0xFF
    a |= 0x100
    a ^= b
    results.append(a)
    a /= b
    results.append(a)
    m = Matrix((1, 2), (3, 4))
    m @= Matrix((0, 1), (1, 0))
    results.append(m.rows)
    return results


def unary(a, f):
    return -a, +a, ~a, not a, -f, +f, - -a, not not a


def compare(a, b):
    branches = []
    if a < b:
        branches.append("<")
    if a <= b:
        branches.append("<=")
    if a == b:
        branches.append("==")
    if a != b:
        branches.append("!=")
    if a > b:
        branches.append(">")
    if a >= b:
        branches.append(">=")
    if a is b:
        branches.append("is")
    if a is not b:
        branches.append("is not")
    if a in (b, 1):
        branches.append("in")
    if a not in [b, 1]:
        branches.append("not in")
    return branches, a < b, a <= b, a == b, a != b, a > b, a >= b, a is b, a is not b, a in (b,), a not in (b,)


print(binary(13, 3, Matrix((1, 2), (3, 4)), Matrix((5, 6), (7, 8))))
print(inplace(3))
print(unary(5, 2.5))
for pair in ((1, 2), (2, 1), (2, 2), (1.5, 2)):
    print(compare(*pair))
