"""Compares peephole.code and peephole.disassembly with what real interpreters say.

oracle.py runs in the interpreter in question and tells, as JSON lines, what it has compiled and
how its own dis shows it; comparison.py reads the same marshal data and says what differs.
"""
