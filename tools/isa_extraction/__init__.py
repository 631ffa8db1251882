"""How the tables of `peephole.isa` are made: one stage per module.

probe (run by the interpreter in question) -> operands, effects, headers, magic -> rows -> writer
"""
