"""The instructions of CPython 3.8: made by tools/extract_isa.py from 3.8.18, not by hand."""

RELEASE = "3.8.18"
MAGIC = 3413

# opcodes below it have no operand
HAVE_ARGUMENT = 90
EXTENDED_ARG = 144

# bytes per 1 of a jump's operand
JUMP_UNIT = 1

# stack_effect insists on an oparg exactly where there is an operand
OPARG_CHECKED = True

# opname: (opcode, operand kind, inline cache entries, stack effect);
# an effect is a number, an expression, (not taken, taken), or None: stack_effect refuses it
OPCODES = {
    "POP_TOP": (1, "NONE", 0, -1),
    "ROT_TWO": (2, "NONE", 0, 0),
    "ROT_THREE": (3, "NONE", 0, 0),
    "DUP_TOP": (4, "NONE", 0, 1),
    "DUP_TOP_TWO": (5, "NONE", 0, 2),
    "ROT_FOUR": (6, "NONE", 0, 0),
    "NOP": (9, "NONE", 0, 0),
    "UNARY_POSITIVE": (10, "NONE", 0, 0),
    "UNARY_NEGATIVE": (11, "NONE", 0, 0),
    "UNARY_NOT": (12, "NONE", 0, 0),
    "UNARY_INVERT": (15, "NONE", 0, 0),
    "BINARY_MATRIX_MULTIPLY": (16, "NONE", 0, -1),
    "INPLACE_MATRIX_MULTIPLY": (17, "NONE", 0, -1),
    "BINARY_POWER": (19, "NONE", 0, -1),
    "BINARY_MULTIPLY": (20, "NONE", 0, -1),
    "BINARY_MODULO": (22, "NONE", 0, -1),
    "BINARY_ADD": (23, "NONE", 0, -1),
    "BINARY_SUBTRACT": (24, "NONE", 0, -1),
    "BINARY_SUBSCR": (25, "NONE", 0, -1),
    "BINARY_FLOOR_DIVIDE": (26, "NONE", 0, -1),
    "BINARY_TRUE_DIVIDE": (27, "NONE", 0, -1),
    "INPLACE_FLOOR_DIVIDE": (28, "NONE", 0, -1),
    "INPLACE_TRUE_DIVIDE": (29, "NONE", 0, -1),
    "GET_AITER": (50, "NONE", 0, 0),
    "GET_ANEXT": (51, "NONE", 0, 1),
    "BEFORE_ASYNC_WITH": (52, "NONE", 0, 1),
    "BEGIN_FINALLY": (53, "NONE", 0, 6),
    "END_ASYNC_FOR": (54, "NONE", 0, -7),
    "INPLACE_ADD": (55, "NONE", 0, -1),
    "INPLACE_SUBTRACT": (56, "NONE", 0, -1),
    "INPLACE_MULTIPLY": (57, "NONE", 0, -1),
    "INPLACE_MODULO": (59, "NONE", 0, -1),
    "STORE_SUBSCR": (60, "NONE", 0, -3),
    "DELETE_SUBSCR": (61, "NONE", 0, -2),
    "BINARY_LSHIFT": (62, "NONE", 0, -1),
    "BINARY_RSHIFT": (63, "NONE", 0, -1),
    "BINARY_AND": (64, "NONE", 0, -1),
    "BINARY_XOR": (65, "NONE", 0, -1),
    "BINARY_OR": (66, "NONE", 0, -1),
    "INPLACE_POWER": (67, "NONE", 0, -1),
    "GET_ITER": (68, "NONE", 0, 0),
    "GET_YIELD_FROM_ITER": (69, "NONE", 0, 0),
    "PRINT_EXPR": (70, "NONE", 0, -1),
    "LOAD_BUILD_CLASS": (71, "NONE", 0, 1),
    "YIELD_FROM": (72, "NONE", 0, -1),
    "GET_AWAITABLE": (73, "NONE", 0, 0),
    "INPLACE_LSHIFT": (75, "NONE", 0, -1),
    "INPLACE_RSHIFT": (76, "NONE", 0, -1),
    "INPLACE_AND": (77, "NONE", 0, -1),
    "INPLACE_XOR": (78, "NONE", 0, -1),
    "INPLACE_OR": (79, "NONE", 0, -1),
    "WITH_CLEANUP_START": (81, "NONE", 0, 2),
    "WITH_CLEANUP_FINISH": (82, "NONE", 0, -3),
    "RETURN_VALUE": (83, "NONE", 0, -1),
    "IMPORT_STAR": (84, "NONE", 0, -1),
    "SETUP_ANNOTATIONS": (85, "NONE", 0, 0),
    "YIELD_VALUE": (86, "NONE", 0, 0),
    "POP_BLOCK": (87, "NONE", 0, 0),
    "END_FINALLY": (88, "NONE", 0, -6),
    "POP_EXCEPT": (89, "NONE", 0, -3),
    "STORE_NAME": (90, "NAME", 0, -1),
    "DELETE_NAME": (91, "NAME", 0, 0),
    "UNPACK_SEQUENCE": (92, "COUNT", 0, "oparg - 1"),
    "FOR_ITER": (93, "JUMP_FORWARD", 0, (1, -1)),
    "UNPACK_EX": (94, "UNPACK", 0, "(oparg & 255) + (oparg >> 8)"),
    "STORE_ATTR": (95, "NAME", 0, -2),
    "DELETE_ATTR": (96, "NAME", 0, -1),
    "STORE_GLOBAL": (97, "NAME", 0, -1),
    "DELETE_GLOBAL": (98, "NAME", 0, 0),
    "LOAD_CONST": (100, "CONST", 0, 1),
    "LOAD_NAME": (101, "NAME", 0, 1),
    "BUILD_TUPLE": (102, "COUNT", 0, "1 - oparg"),
    "BUILD_LIST": (103, "COUNT", 0, "1 - oparg"),
    "BUILD_SET": (104, "COUNT", 0, "1 - oparg"),
    "BUILD_MAP": (105, "COUNT", 0, "1 - 2 * oparg"),
    "LOAD_ATTR": (106, "NAME", 0, 0),
    "COMPARE_OP": (107, "COMPARE", 0, -1),
    "IMPORT_NAME": (108, "NAME", 0, -1),
    "IMPORT_FROM": (109, "NAME", 0, 1),
    "JUMP_FORWARD": (110, "JUMP_FORWARD", 0, 0),
    "JUMP_IF_FALSE_OR_POP": (111, "JUMP_ABSOLUTE", 0, (-1, 0)),
    "JUMP_IF_TRUE_OR_POP": (112, "JUMP_ABSOLUTE", 0, (-1, 0)),
    "JUMP_ABSOLUTE": (113, "JUMP_ABSOLUTE", 0, 0),
    "POP_JUMP_IF_FALSE": (114, "JUMP_ABSOLUTE", 0, -1),
    "POP_JUMP_IF_TRUE": (115, "JUMP_ABSOLUTE", 0, -1),
    "LOAD_GLOBAL": (116, "NAME", 0, 1),
    "SETUP_FINALLY": (122, "HANDLER", 0, (0, 6)),
    "LOAD_FAST": (124, "LOCAL", 0, 1),
    "STORE_FAST": (125, "LOCAL", 0, -1),
    "DELETE_FAST": (126, "LOCAL", 0, 0),
    "RAISE_VARARGS": (130, "COUNT", 0, "-oparg"),
    "CALL_FUNCTION": (131, "COUNT", 0, "-oparg"),
    "MAKE_FUNCTION": (132, "FUNCTION_FLAGS", 0, "-1 - (oparg & 1) - (oparg >> 1 & 1) - (oparg >> 2 & 1) - (oparg >> 3 & 1)"),
    "BUILD_SLICE": (133, "COUNT", 0, "-1 - (oparg == 3)"),
    "LOAD_CLOSURE": (135, "FREE", 0, 1),
    "LOAD_DEREF": (136, "FREE", 0, 1),
    "STORE_DEREF": (137, "FREE", 0, -1),
    "DELETE_DEREF": (138, "FREE", 0, 0),
    "CALL_FUNCTION_KW": (141, "COUNT", 0, "-1 - oparg"),
    "CALL_FUNCTION_EX": (142, "FLAGS", 0, "-1 - (oparg & 1)"),
    "SETUP_WITH": (143, "HANDLER", 0, (1, 6)),
    "EXTENDED_ARG": (144, "PREFIX", 0, 0),
    "LIST_APPEND": (145, "DEPTH", 0, -1),
    "SET_ADD": (146, "DEPTH", 0, -1),
    "MAP_ADD": (147, "DEPTH", 0, -2),
    "LOAD_CLASSDEREF": (148, "FREE", 0, 1),
    "BUILD_LIST_UNPACK": (149, "COUNT", 0, "1 - oparg"),
    "BUILD_MAP_UNPACK": (150, "COUNT", 0, "1 - oparg"),
    "BUILD_MAP_UNPACK_WITH_CALL": (151, "COUNT", 0, "1 - oparg"),
    "BUILD_TUPLE_UNPACK": (152, "COUNT", 0, "1 - oparg"),
    "BUILD_SET_UNPACK": (153, "COUNT", 0, "1 - oparg"),
    "SETUP_ASYNC_WITH": (154, "HANDLER", 0, (0, 5)),
    "FORMAT_VALUE": (155, "FORMAT", 0, "-(oparg >> 2 & 1)"),
    "BUILD_CONST_KEY_MAP": (156, "COUNT", 0, "-oparg"),
    "BUILD_STRING": (157, "COUNT", 0, "1 - oparg"),
    "BUILD_TUPLE_UNPACK_WITH_CALL": (158, "COUNT", 0, "1 - oparg"),
    "LOAD_METHOD": (160, "NAME", 0, 1),
    "CALL_METHOD": (161, "COUNT", 0, "-1 - oparg"),
    "CALL_FINALLY": (162, "JUMP_FORWARD", 0, (0, 1)),
    "POP_FINALLY": (163, "FLAGS", 0, -6),
}
PSEUDO: dict[str, object] = {}
PSEUDO_SEQUENCES = ()
SPECIALIZED: dict[str, object] = {}
FAMILIES: dict[str, object] = {}
CACHE_FORMAT: dict[str, object] = {}
METADATA: dict[str, object] = {}

# how dis writes operands: by oparg, by bit, or with {} for a name or target
OPERAND_TEXTS = {
    "FOR_ITER": ("to {}",),
    "JUMP_FORWARD": ("to {}",),
    "JUMP_IF_FALSE_OR_POP": ("",),
    "JUMP_IF_TRUE_OR_POP": ("",),
    "JUMP_ABSOLUTE": ("",),
    "POP_JUMP_IF_FALSE": ("",),
    "POP_JUMP_IF_TRUE": ("",),
    "SETUP_FINALLY": ("to {}",),
    "MAKE_FUNCTION": ("defaults", "kwdefaults", "annotations", "closure"),
    "SETUP_WITH": ("to {}",),
    "SETUP_ASYNC_WITH": ("to {}",),
    "FORMAT_VALUE": ("", "str", "repr", "ascii", "with format", "str, with format", "repr, with format", "ascii, with format"),
    "CALL_FINALLY": ("to {}",),
}
CMP_OP = (
    "<",
    "<=",
    "==",
    "!=",
    ">",
    ">=",
    "in",
    "not in",
    "is",
    "is not",
    "exception match",
    "BAD",
)
NB_OPS = ()
INTRINSICS1 = ()
INTRINSICS2 = ()
SPECIAL_METHODS = ()
COMMON_CONSTANTS = ()

# bit of co_flags: name
CO_FLAGS = {
    1: "OPTIMIZED",
    2: "NEWLOCALS",
    4: "VARARGS",
    8: "VARKEYWORDS",
    16: "NESTED",
    32: "GENERATOR",
    64: "NOFREE",
    128: "COROUTINE",
    256: "ITERABLE_COROUTINE",
    512: "ASYNC_GENERATOR",
}
