import dis
import inspect
import json

print(dis.MINE, inspect.MINE, json.MINE, __name__)


def generator(n):
    for i in range(n):
        yield i


class K:
    def __init__(self):
        self.values = [*generator(3)]

    def __repr__(self):
        return f"K({self.values!r})"


print(K(), sorted([3, 1, 2], key=lambda v: -v))
import argparse, ast, copy, dataclasses, contextlib

print(argparse.MINE, ast.MINE, copy.MINE, dataclasses.MINE, contextlib.MINE)
try:
    1 / 0
except ZeroDivisionError as error:
    print(error)
import opcode

print(opcode.MINE)
{}["uncaught"]
