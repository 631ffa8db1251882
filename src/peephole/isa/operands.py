"""What an instruction's oparg means: the closed set of operand kinds.

Disassembler, assembler, verifier and machine decide by these kinds and by nothing else, so that a
version that encodes an operand differently only has another kind in its table.  Kinds are plain
strings; `DESCRIPTIONS` has all of them.
"""

NONE = "NONE"
UNUSED = "UNUSED"
CONST = "CONST"
SMALL_INT = "SMALL_INT"
COMMON_CONSTANT = "COMMON_CONSTANT"
NAME = "NAME"
NAME_NULL = "NAME_NULL"
ATTR = "ATTR"
SUPER_ATTR = "SUPER_ATTR"
IMPORT = "IMPORT"
LOCAL = "LOCAL"
LOCAL_PAIR = "LOCAL_PAIR"
DEREF = "DEREF"
FREE = "FREE"
JUMP_FORWARD = "JUMP_FORWARD"
JUMP_BACKWARD = "JUMP_BACKWARD"
JUMP_ABSOLUTE = "JUMP_ABSOLUTE"
JUMP_ORIGIN = "JUMP_ORIGIN"
HANDLER = "HANDLER"
LABEL = "LABEL"
COMPARE = "COMPARE"
COMPARE_4 = "COMPARE_4"
COMPARE_5 = "COMPARE_5"
NB_OP = "NB_OP"
INTRINSIC1 = "INTRINSIC1"
INTRINSIC2 = "INTRINSIC2"
SPECIAL_METHOD = "SPECIAL_METHOD"
INVERT = "INVERT"
CONVERT = "CONVERT"
FORMAT = "FORMAT"
INTERPOLATION = "INTERPOLATION"
FUNCTION_FLAGS = "FUNCTION_FLAGS"
COUNT = "COUNT"
UNPACK = "UNPACK"
DEPTH = "DEPTH"
FLAGS = "FLAGS"
PREFIX = "PREFIX"
RAW = "RAW"

DESCRIPTIONS: dict[str, str] = {
    NONE: "no operand",
    UNUSED: "an operand that the instruction does not look at",
    CONST: "index into co_consts",
    SMALL_INT: "the int itself",
    COMMON_CONSTANT: "index into the interpreter's common constants",
    NAME: "index into co_names",
    NAME_NULL: "index into co_names << 1 | 1 to push NULL too",
    ATTR: "index into co_names << 1 | 1 to load a method",
    SUPER_ATTR: "index into co_names << 2 | 2 for super() with two arguments | 1 to load a method",
    IMPORT: "index into co_names << 2 | 2 for an eager import | 1 for a lazy one",
    LOCAL: "index into the local variables (since 3.11: of co_localsplusnames)",
    LOCAL_PAIR: "two indices into the local variables: first << 4 | second",
    DEREF: "index into co_localsplusnames, of a cell or free variable",
    FREE: "index into co_cellvars + co_freevars",
    JUMP_FORWARD: "distance from the next instruction to one after it",
    JUMP_BACKWARD: "distance from the next instruction back to one before it",
    JUMP_ABSOLUTE: "position in the bytecode",
    JUMP_ORIGIN: "distance from the next instruction back to where control comes from (no jump)",
    HANDLER: "distance from the next instruction to a handler after it (block stack of 3.8-3.10)",
    LABEL: "a jump target or handler, before the bytecode is assembled",
    COMPARE: "index into cmp_op",
    COMPARE_4: "index into cmp_op << 4 | mask of the results that are true",
    COMPARE_5: "index into cmp_op << 5 | 16 to convert to bool | mask of the results that are true",
    NB_OP: "index into the binary operators",
    INTRINSIC1: "index into the intrinsic functions of one argument",
    INTRINSIC2: "index into the intrinsic functions of two arguments",
    SPECIAL_METHOD: "index into the special methods",
    INVERT: "1 to negate the result",
    CONVERT: "conversion of a value: 1 str, 2 repr, 3 ascii",
    FORMAT: "conversion (0 none, 1 str, 2 repr, 3 ascii) | 4 with a format specification",
    INTERPOLATION: "conversion (0 none, 1 str, 2 repr, 3 ascii) << 2 | 1 with a format spec",
    FUNCTION_FLAGS: "attributes of a function: 1 defaults, 2 kwdefaults, 4 annotations, "
    "8 closure, 16 annotate",
    COUNT: "a number of items",
    UNPACK: "items before the starred target | items after it << 8",
    DEPTH: "position of an item on the stack, counted from the top",
    FLAGS: "bits or a small number with a meaning of the instruction's own",
    PREFIX: "the higher bits of the next instruction's operand",
    RAW: "a number that only the interpreter that put it there understands",
}

JUMPS = frozenset({JUMP_FORWARD, JUMP_BACKWARD, JUMP_ABSOLUTE})
"""Kinds of operand that are the place where the instruction itself goes on if it jumps."""

DISTANCES: dict[str, int] = {JUMP_FORWARD: 1, HANDLER: 1, JUMP_BACKWARD: -1, JUMP_ORIGIN: -1}
"""Kinds that are a distance from the next instruction, with the direction."""

PLACES = frozenset({*DISTANCES, JUMP_ABSOLUTE})
"""Kinds that are a place in the bytecode, a distance to it or the place itself."""

NAMES: dict[str, int] = {NAME: 0, NAME_NULL: 1, ATTR: 1, SUPER_ATTR: 2, IMPORT: 2}
"""Kinds that hold an index into co_names, with the number of flag bits below it."""

COMPARES: dict[str, int] = {COMPARE: 0, COMPARE_4: 4, COMPARE_5: 5}
"""Kinds that hold an index into cmp_op, with the number of bits below it."""
