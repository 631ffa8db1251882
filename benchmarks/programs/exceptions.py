"""Exceptions: raising through frames, handlers by class, finally, with, chains, loops left early."""

import sys
import time

ITERATIONS = 850


class Failure(Exception):
    def __init__(self, code, detail=None):
        super().__init__(code, detail)
        self.code = code
        self.detail = detail


class Temporary(Failure):
    pass


class Permanent(Failure):
    pass


class Transaction:
    committed = rolled_back = 0

    def __init__(self, swallow):
        self.swallow = swallow

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if kind is None:
            Transaction.committed += 1
        else:
            Transaction.rolled_back += 1
        return kind is not None and issubclass(kind, self.swallow)


def operation(n):
    if n % 7 == 0:
        raise Temporary(n, "seven")
    if n % 11 == 0:
        raise Permanent(n)
    if n % 13 == 0:
        return {}["missing"]
    if n % 17 == 0:
        return 1 // (n - n)
    return n


def retried(n, attempts=3):
    for attempt in range(attempts):
        try:
            return operation(n + attempt)
        except Temporary:
            continue
    raise Permanent(n, "gave up")


def classified(n):
    try:
        value = retried(n)
    except Permanent as failure:
        return failure.code
    except (KeyError, IndexError):
        return -1
    except ArithmeticError as error:
        return len(error.args)
    else:
        return value
    finally:
        Transaction.committed += n & 1


def depth(levels):
    if levels == 0:
        raise Temporary(0)
    try:
        depth(levels - 1)
    except Temporary as failure:
        failure.code += 1
        if failure.code % 5 == 0:
            raise Temporary(failure.code) from failure
        raise


def cleanup(n):
    steps = []
    while True:
        try:
            if n <= 0:
                break
            n -= 1
            if n % 3 == 0:
                continue
            steps.append(n)
        finally:
            steps.append(-n)
    return sum(steps) + len(steps)


def transactions(n):
    total = 0
    for i in range(n):
        with Transaction(Failure):
            total += operation(i + 1)
    try:
        with Transaction(Permanent), Transaction(KeyError):
            operation(7)
    except Temporary as failure:
        total += failure.code
    return total


def parsed(text):
    try:
        return int(text)
    except ValueError:
        try:
            return int(float(text) * 10)
        except ValueError:
            return None


def exhausted(values):
    iterator = iter(values)
    total = 0
    while True:
        try:
            total += next(iterator)
        except StopIteration:
            return total


def work(iterations):
    total = 0
    for step in range(iterations):
        for n in range(1, 200):
            total += classified(n + step)
        try:
            depth(20 + step % 3)
        except Temporary as failure:
            total += failure.code
            chain = failure
            while chain.__cause__ is not None:
                chain = chain.__cause__
                total += 1
        total += cleanup(120)
        try:
            total += transactions(12)
        except Failure:
            total -= 1
        for text in ("12", "1.5", "x", "-7", "1e3", ""):
            total += parsed(text) or 0
        total += exhausted(range(60))
        assert total != -1, "never"
    return f"{total} {Transaction.committed} {Transaction.rolled_back}"


if __name__ == "__main__":
    iterations = int(sys.argv[1]) if len(sys.argv) > 1 else ITERATIONS
    begin = time.process_time()
    checksum = work(iterations)
    elapsed = time.process_time() - begin
    print(checksum)
    print("seconds", elapsed, file=sys.stderr)
