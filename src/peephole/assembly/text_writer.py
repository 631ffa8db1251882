"""Code objects as assembly text. docs/assembly.md describes the format."""

from __future__ import annotations

import base64
import zlib

from peephole.code import CodeObject
from peephole.code.formats import format_of
from peephole.code.objects import argument_kinds, constant_key, merged_locals
from peephole.code.pyc import PycHeader
from peephole.code.shape import shape_of
from peephole.errors import PeepholeError
from peephole.isa import operands, table

from .disassembled import edited
from .editable import EditableCode
from .layout import Layout
from .literals import literal, name_text
from .operand_text import affixes, operand_texts
from .operation import Label, Operation
from .tables import exception_spans

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from peephole.code.locations import Location

_WIDTH = 96
_OPNAME_WIDTH = 28
_PLACE_WIDTH = 13


def asm_lines(code: CodeObject) -> Iterator[str]:
    """The lines of the assembly text of a code object and those nested in it.

    `parse_asm` makes the same bytes of it. PeepholeError for constants that have no text.
    """
    yield f".python {code.version}"
    if code.header is not None:
        yield f".pyc {_header(code.header)}"
    names = _Names(code)
    for each in names.codes:
        yield ""
        yield from _Section(each, names).lines()
    shape = shape_of(code)
    if shape is not None:
        yield ""
        yield "; which objects marshal writes once and refers to: may be left out"
        text = base64.b64encode(zlib.compress(shape, 9)).decode()
        for start in range(0, len(text), _WIDTH):
            yield f".shape {text[start : start + _WIDTH]}"


def _header(header: PycHeader) -> str:
    if header.hash_based:
        checked = "checked" if header.check_source else "unchecked"
        return f"hash {header.source_hash.hex()} {checked}"
    return f"mtime {header.mtime} size {header.source_size}"


class _Names:
    """The code objects of a text, outermost first, and a name of its own for each."""

    def __init__(self, code: CodeObject) -> None:
        self.codes: list[CodeObject] = []
        self._names: dict[int, str] = {}
        self._taken: set[str] = set()
        self._add(code)

    def _add(self, value: object) -> None:
        if isinstance(value, CodeObject):
            if id(value) in self._names:
                return
            name, number = value.qualname, 2
            while name in self._taken:
                name, number = f"{value.qualname} {number}", number + 1
            self._taken.add(name)
            self._names[id(value)] = name
            self.codes.append(value)
            for const in value.consts:
                self._add(const)
        elif isinstance(value, (tuple, list)):
            for each in value:
                self._add(each)

    def __call__(self, code: CodeObject) -> str:
        return self._names[id(code)]


class _Section:
    """The lines of one code object."""

    def __init__(self, code: CodeObject, names: _Names) -> None:
        self.code = code
        self.names = names
        self.isa = table(code.version)
        self.format = format_of(code.version)
        self.texts = operand_texts(code.version)
        self.consts: dict[object, int] = {}
        for index, const in enumerate(code.consts):
            self.consts.setdefault(constant_key(const), index)
        self.literals = [literal(const, names) for const in code.consts]

    def lines(self) -> Iterator[str]:
        code = self.code
        yield f".code {self.names(code)!a}"
        yield f"    .name {name_text(code.name)}"
        if code.qualname != self.names(code):
            yield f"    .qualname {name_text(code.qualname)}"
        yield f"    .filename {code.filename!r}"
        yield f"    .firstlineno {code.firstlineno}"
        for field in ("argcount", "posonlyargcount", "kwonlyargcount"):
            if getattr(code, field):
                yield f"    .{field} {getattr(code, field)}"
        if code.flags:
            yield f"    .flags {' '.join(code.flag_names())}"
        for field in ("varnames", "cellvars", "freevars", "names"):
            yield from _list(field, getattr(code, field))
        if not self.format.has_localsplus:
            if code.nlocals != len(code.varnames):
                yield f"    .nlocals {code.nlocals}"
        elif not self._plain_variables():
            pairs = zip(code.localsplusnames, code.localspluskinds, strict=True)
            yield from (f"    .variable {name_text(name)} {kind:#x}" for name, kind in pairs)
        for text in self.literals:
            yield f"    .const {text}"
        yield from self._body()

    def _plain_variables(self) -> bool:
        """Whether the three lists of names tell the variables and their kinds."""
        code = self.code
        fields = {name: getattr(code, name) for name in _TELLING}
        names, kinds = merged_locals(fields)
        kinds = argument_kinds(fields, kinds, self.format)
        return (names, kinds) == (code.localsplusnames, code.localspluskinds)

    def _body(self) -> Iterator[str]:
        code = self.code
        editable, again = self._again(None)
        exact = ""
        if again is None or again.stacksize > code.stacksize:
            # The stack may be all that is wrong with the code.
            editable, again = self._again(code.stacksize)
            exact = " exact"
        if again is None or again.code != code.code:
            yield f"    .stacksize {code.stacksize} exact"
            for field in ("code", "linetable", "exceptiontable"):
                yield from _hexadecimal(_RAW.get(field, field), getattr(code, field))
            return
        if again.exceptiontable != code.exceptiontable:
            # Entries that overlap, or that could be one: no regions tell them.
            editable.regions.clear()
            yield from _hexadecimal("exceptiontable", code.exceptiontable)
            exact = " exact"
        if exact or again.stacksize != code.stacksize:
            yield f"    .stacksize {code.stacksize}{exact}"
        if again.linetable != code.linetable:
            yield from _hexadecimal("linetable", code.linetable)
        yield ""
        yield from self._operations(editable)

    def _again(self, stacksize: int | None) -> tuple[EditableCode, CodeObject | None]:
        """The editable form, and what is assembled of it if it can be."""
        editable = EditableCode(self.code.version)
        try:
            editable = edited(self.code, nested=False)
            editable.origin = None
            editable.stacksize = stacksize
            return editable, editable.assemble()
        except PeepholeError:
            return editable, None

    def _operations(self, editable: EditableCode) -> Iterator[str]:
        layout = Layout(editable.version, editable.body)
        starts: dict[int, list[str]] = {}
        spans = exception_spans(layout, editable.regions)
        for _, end, _ in spans:
            starts.setdefault(end, []).append("    .endtry")
        shown = self._labels(editable, layout)
        for start, _, index in spans:
            region = editable.regions[index]
            lasti = " lasti" if region.lasti else ""
            handler = shown[layout.index[region.handler]]
            starts.setdefault(start, []).append(f"    .try {handler} depth {region.depth}{lasti}")
        last: Location | None = None
        for index, operation in enumerate(layout.operations):
            yield from starts.get(index, ())
            if index in shown:
                yield f"  {shown[index]}:"
            place = ""
            if operation.positions != last:
                last = operation.positions
                assert last is not None
                place = place_text(last)
            margin = f"    {place:<{_PLACE_WIDTH}} "
            for _ in range(operation.prefixes):
                yield f"{margin}EXTENDED_ARG"
                margin = " " * len(margin)
            operand = self._operand(operation, shown, layout)
            yield f"{margin}{operation.opname:<{_OPNAME_WIDTH}} {operand}".rstrip()
        end = len(layout.operations)
        if end in shown:
            yield f"  {shown[end]}:"
        yield from starts.get(end, ())

    def _labels(self, editable: EditableCode, layout: Layout) -> dict[int, str]:
        """The labels that are shown, by the operation behind them."""
        used = {layout.index[label] for label in layout.opargs if isinstance(label, Label)}
        used.update([layout.index[region.handler] for region in editable.regions])
        return {index: f"L{number}" for number, index in enumerate(sorted(used), 1)}

    def _operand(self, operation: Operation, labels: dict[int, str], layout: Layout) -> str:
        oparg, opname = operation.oparg, operation.opname
        if oparg is None:
            return ""
        if isinstance(oparg, Label):
            return labels[layout.index[oparg]]
        kind = self.isa.operand.get(opname, operands.RAW)
        text = self._known(opname, kind, oparg)
        if text is not None:
            return text
        if kind in operands.NAMES and self._name(oparg >> operands.NAMES[kind]) is not None:
            bits = operands.NAMES[kind]
            name = name_text(self.code.names[oparg >> bits])
            return f"{name} |{oparg & (1 << bits) - 1}"
        return f"#{oparg}" if kind in _INDICES else str(oparg)

    def _known(self, opname: str, kind: str, oparg: int) -> str | None:
        """The text that is read as this very operand, None if there is none."""
        if kind == operands.CONST:
            if (
                oparg < len(self.literals)
                and self.consts.get(constant_key(self.code.consts[oparg])) == oparg
            ):
                return self.literals[oparg]
        elif kind in operands.NAMES:
            bits = operands.NAMES[kind]
            name = self._name(oparg >> bits)
            if name is None:
                return None
            forms = affixes(self.isa, opname)
            before, after = forms[oparg & (1 << bits) - 1]
            if name and forms.index((before, after)) == oparg & (1 << bits) - 1:
                return f"{before}{name_text(name)}{after}"
        elif kind in (operands.LOCAL, operands.DEREF, operands.FREE):
            variables = variables_of(self.code, kind)
            if 0 <= oparg < len(variables) and variables.index(variables[oparg]) == oparg:
                return name_text(variables[oparg])
        elif kind == operands.LOCAL_PAIR:
            first = self._known(opname, operands.LOCAL, oparg >> 4)
            second = self._known(opname, operands.LOCAL, oparg & 15)
            return None if first is None or second is None else f"{first} {second}"
        else:
            return self.texts.text(opname, oparg)
        return None

    def _name(self, index: int) -> str | None:
        names = self.code.names
        if 0 <= index < len(names) and names.index(names[index]) == index:
            return names[index]
        return None


_RAW = {"code": "bytecode"}
_TELLING = (
    "argcount",
    "posonlyargcount",
    "kwonlyargcount",
    "flags",
    "varnames",
    "cellvars",
    "freevars",
)
_INDICES = frozenset(
    {
        operands.CONST,
        operands.LOCAL,
        operands.DEREF,
        operands.FREE,
        operands.LOCAL_PAIR,
        *operands.NAMES,
    }
)


def variables_of(code: CodeObject, kind: str) -> tuple[str, ...]:
    """The names that operands of a kind point to."""
    if kind == operands.FREE:
        return code.cellvars + code.freevars
    return code.localsplusnames if format_of(code.version).has_localsplus else code.varnames


def place_text(location: Location) -> str:
    """A location: 3:4-9 (line, columns), 3:4-5:2 (to another line), 3 (no columns), - (none)."""
    line, end_line, column, end_column = location
    if line is None:
        return "-"
    if column is None and end_column is None and end_line in (None, line) and line >= 0:
        return str(line)
    if any(each is None or each < 0 for each in location):
        return str(location).replace(" ", "")
    if end_line == line:
        return f"{line}:{column}-{end_column}"
    return f"{line}:{column}-{end_line}:{end_column}"


def _list(field: str, names: tuple[str, ...]) -> Iterator[str]:
    """A list of names, on as many lines as it takes."""
    line = ""
    for name in map(name_text, names):
        if line and len(line) + len(name) > _WIDTH:
            yield line
            line = ""
        line = f"{line} {name}" if line else f"    .{field} {name}"
    if line:
        yield line


def _hexadecimal(field: str, data: bytes) -> Iterator[str]:
    """Bytes, on as many lines as it takes; one without any if there are none."""
    text = data.hex()
    for start in range(0, len(text) or 1, _WIDTH):
        yield f"    .{field} {text[start : start + _WIDTH]}".rstrip()
