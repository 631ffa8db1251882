print("executing", __name__)
from .common import PI as pi, describe
from . import common


def area(r):
    return pi * r * r


def broken(r):
    return area(r) + describe(r)
