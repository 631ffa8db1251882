"""Sequences of operations that every version writes in its own way."""

from __future__ import annotations

from peephole.isa import operands

from .encoding import AssemblyError
from .operation import Label, Operation, TryRegion

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from .editable import EditableCode, Item


def call(code: EditableCode, name: str, arguments: Sequence[object]) -> list[Operation]:
    """See EditableCode.call."""
    opmap = code.isa.opmap
    bits = operands.NAMES[code.isa.operand["LOAD_GLOBAL"]]
    # Since 3.11 a callable has NULL, or what is to be `self`, beside it.
    made = [code.operation("LOAD_GLOBAL", (name, 1) if bits else name)]
    for argument in arguments:
        is_made = isinstance(argument, Operation)
        made.append(argument if is_made else code.operation("LOAD_CONST", argument))  # type: ignore[arg-type]
    count = len(arguments)
    if "PRECALL" in opmap:
        made.append(Operation("PRECALL", count))
    made.append(Operation("CALL" if "CALL" in opmap else "CALL_FUNCTION", count))
    return made


def wrap(
    code: EditableCode, first: Item, last: Item, on_exception: list[Item], reraise: bool
) -> None:
    """See EditableCode.wrap."""
    start, end = code.index(first), code.index(last) + 1
    if start >= end:
        raise AssemblyError(f"{last!r} comes before {first!r}")
    handler, after = Label("handler"), Label("after")
    if "PUSH_EXC_INFO" in code.isa.opmap:
        _by_table(code, (start, end), handler, after)
        code.append(handler, *_handler(code, on_exception, after, reraise))
    else:
        outside = _by_blocks(code, (start, end), handler, after)
        code.append(handler, *_older_handler(code, on_exception, after, reraise), *outside)


# --- 3.11 and later


def _by_table(code: EditableCode, bounds: tuple[int, int], handler: Label, after: Label) -> None:
    """Put a region around the items within `bounds`: outside of those that are all within it."""
    inside = set(map(id, code.body[bounds[0] : bounds[1]]))
    region = TryRegion(Label("try"), after, handler)
    within = [
        each for each in code.regions if id(each.start) in inside and _ends(code, each, bounds)
    ]
    others = [each for each in code.regions if each not in within]
    code.regions[:] = [*within, region, *others]
    code.insert(bounds[1], [after])
    code.insert(bounds[0], [region.start])


def _ends(code: EditableCode, region: TryRegion, bounds: tuple[int, int]) -> bool:
    """Whether a region ends within `bounds` or just behind them."""
    end = code.index(region.end)
    behind = bounds[1]
    while behind < len(code.body) and isinstance(code.body[behind], Label):
        behind += 1
    return end <= behind


def _handler(
    code: EditableCode, on_exception: list[Item], after: Label, reraise: bool
) -> list[Item]:
    """What CPython's compiler makes of a handler: if it raises itself, a cleanup restores the
    exception that was handled before."""
    first, last, cleanup = Label("handling"), Label("handled"), Label("cleanup")
    code.regions.append(TryRegion(first, last, cleanup, None, True))
    items: list[Item] = [first, Operation("PUSH_EXC_INFO")]
    if reraise:
        items += [*on_exception, Operation("RERAISE", 0), last]
    else:
        items += [Operation("POP_TOP"), *on_exception, last]
        items += [Operation("POP_EXCEPT"), jump(code, after)]
    return [
        *items,
        cleanup,
        Operation("COPY", 3),
        Operation("POP_EXCEPT"),
        Operation("RERAISE", 1),
    ]


def jump(code: EditableCode, label: Label) -> Operation:
    """An unconditional jump, forward or back."""
    opname = "JUMP_ABSOLUTE" if "JUMP_ABSOLUTE" in code.isa.opmap else "JUMP_FORWARD"
    return Operation(opname, label)


# --- 3.8 to 3.10: the block stack

_EXCEPTION_ITEMS = 3


def _by_blocks(
    code: EditableCode, bounds: tuple[int, int], handler: Label, after: Label
) -> list[Item]:
    """Put SETUP_FINALLY and POP_BLOCK around items; what jumps out of them goes by way of a
    POP_BLOCK of its own, which is returned."""
    start, end = bounds
    inside = code.body[start:end]
    labels = {item for item in inside if isinstance(item, Label)}
    for item in code.body[:start] + code.body[end:]:
        if isinstance(item, Operation) and item.oparg in labels:
            raise AssemblyError(f"{item.opname} jumps into what is to be wrapped")
    leaving: dict[Label, Label] = {}
    for item in inside:
        if isinstance(item, Operation) and isinstance(item.oparg, Label):
            label = item.oparg
            if label in labels:
                continue
            if code.isa.operand[item.opname] == operands.HANDLER:
                raise AssemblyError(f"{item.opname}: its handler is outside of what is wrapped")
            item.oparg = leaving.setdefault(label, Label("leave"))
    code.insert(end, [Operation("POP_BLOCK"), after])
    code.insert(start, [Operation("SETUP_FINALLY", handler)])
    return [
        item
        for label, way in leaving.items()
        for item in (way, Operation("POP_BLOCK"), jump(code, label))
    ]


def _older_handler(
    code: EditableCode, on_exception: list[Item], after: Label, reraise: bool
) -> list[Item]:
    if reraise:
        opmap = code.isa.opmap
        if "RERAISE" not in opmap:
            # Behind END_FINALLY control goes on for all that can be seen; here it never does.
            return [*on_exception, Operation("END_FINALLY"), Operation("RAISE_VARARGS", 0)]
        has_oparg = opmap["RERAISE"] in code.isa.hasarg
        return [*on_exception, Operation("RERAISE", 0 if has_oparg else None)]
    drop = [Operation("POP_TOP") for _ in range(_EXCEPTION_ITEMS)]
    return [*drop, *on_exception, Operation("POP_EXCEPT"), jump(code, after)]
