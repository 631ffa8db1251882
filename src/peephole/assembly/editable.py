"""The editable form of a code object: change it, and assemble it again."""

from __future__ import annotations

from peephole.code.formats import CELL, FREE, LOCAL, format_of
from peephole.code.objects import CodeFields, CodeObject, constant_key
from peephole.disassembly import disassemble
from peephole.isa import Isa, operands, table

from . import snippets
from .encoding import AssemblyError
from .layout import Layout
from .operand_values import encoded
from .operation import Label, Operation, TryRegion
from .stack_size import StackSize
from .tables import exception_spans, exception_table, inherited, line_table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from peephole.code.locations import Location
    from peephole.code.pyc import PycHeader
    from peephole.disassembly import Instruction

    Item = Operation | Label

_PROLOGUE = ("COPY_FREE_VARS", "MAKE_CELL", "GEN_START")


class EditableCode:
    """A code object that can be changed.

    - `body`: a list of Operations, and Labels before those that are pointed to
    - `regions`: TryRegions; where they overlap, the earlier one in the list holds (3.11+)
    - `consts`, `names`: lists; nested code objects are EditableCode
    - `localsplusnames`, `localspluskinds`: the variables and their kinds; up to 3.10 what the
      three lists make together
    - `stacksize`: None to have it computed
    - `origin`: the code it was made from, if any. Compilers ask for more stack than is needed here
      and there, and optimizers leave a line table as no compiler writes it: where the bytecode
      comes out as it was, so do these
    - the other fields as those of CodeObject
    """

    __slots__ = (
        "argcount",
        "body",
        "consts",
        "filename",
        "firstlineno",
        "flags",
        "header",
        "kwonlyargcount",
        "localspluskinds",
        "localsplusnames",
        "name",
        "names",
        "origin",
        "posonlyargcount",
        "qualname",
        "regions",
        "stacksize",
        "version",
    )

    def __init__(self, version: str, name: str = "<code>") -> None:
        format_of(version)
        self.version = version
        self.argcount = self.posonlyargcount = self.kwonlyargcount = 0
        self.flags = 0
        self.stacksize: int | None = None
        self.consts: list[object] = []
        self.names: list[str] = []
        self.localsplusnames: list[str] = []
        self.localspluskinds = bytearray()
        self.filename = ""
        self.name = self.qualname = name
        self.firstlineno = 1
        self.body: list[Item] = []
        self.regions: list[TryRegion] = []
        self.header: PycHeader | None = None
        self.origin: CodeObject | None = None

    def __repr__(self) -> str:
        return f"<EditableCode {self.qualname} of Python {self.version}>"

    @property
    def isa(self) -> Isa:
        """The instructions of the code's version."""
        return table(self.version)

    # --- looking

    def walk(self) -> Iterator[EditableCode]:
        """This code and all that is nested in it, each before what is inside it."""
        yield self
        for constant in self.consts:
            if isinstance(constant, EditableCode):
                yield from constant.walk()

    def find(self, qualname: str) -> EditableCode:
        """The first code of that qualified name (up to 3.10 of that name); AssemblyError."""
        for code in self.walk():
            if code.qualname == qualname:
                return code
        raise AssemblyError(f"there is no code {qualname!r} in {self.qualname}")

    def operations(self) -> list[Operation]:
        """The operations, without the labels between them."""
        return [item for item in self.body if isinstance(item, Operation)]

    def argval(self, operation: Operation) -> object:
        """What an operation's operand stands for: a constant, a name, a Label, or the number."""
        oparg = operation.oparg
        kind = self.isa.operand.get(operation.opname)
        if not isinstance(oparg, int):
            return oparg
        if kind == operands.CONST:
            return self.consts[oparg]
        if kind in operands.NAMES:
            return self.names[oparg >> operands.NAMES[kind]]
        if kind in (operands.LOCAL, operands.DEREF):
            return self.localsplusnames[oparg]
        if kind == operands.FREE:
            return self._of_kind(CELL | FREE)[oparg]
        return oparg

    @property
    def start(self) -> int:
        """The index in `body` behind what has to come first: what makes cells and generators, and
        RESUME. What is inserted there runs once a call, before the source's first line."""
        body = self.body
        index = 0
        for place, item in enumerate(body):
            if isinstance(item, Operation):
                if item.opname == "RESUME" or item.opname in _PROLOGUE:
                    index = place + 1
                elif item.opname == "RETURN_GENERATOR":
                    index = place + 2  # and the POP_TOP behind it
                elif place >= index:
                    break
        return index

    # --- operands

    def const_index(self, value: object) -> int:
        """The index of a constant, which is added if it is not there."""
        key = constant_key(value)
        for index, constant in enumerate(self.consts):
            if constant is value or constant_key(constant) == key:
                return index
        self.consts.append(value)
        return len(self.consts) - 1

    def name_index(self, name: str) -> int:
        """The index of a name, which is added if it is not there."""
        if name not in self.names:
            self.names.append(name)
        return self.names.index(name)

    def local_index(self, name: str) -> int:
        """The number of a local variable, which is added if it is not there.

        Since 3.11 a new one comes before cells and free variables, and operations that have their
        numbers get new ones.
        """
        kinds = self.localspluskinds
        for index, (known, kind) in enumerate(zip(self.localsplusnames, kinds, strict=True)):
            if known == name and kind & LOCAL:
                return index
        index = max([i + 1 for i, kind in enumerate(kinds) if kind & LOCAL], default=0)
        if format_of(self.version).has_localsplus:
            self._renumber(index)
        self.localsplusnames.insert(index, name)
        kinds.insert(index, LOCAL)
        return index

    def _renumber(self, index: int) -> None:
        """Make room among the numbers of variables."""
        kinds = self.isa.operand
        for operation in self.operations():
            oparg = operation.oparg
            if not isinstance(oparg, int):
                continue
            kind = kinds.get(operation.opname)
            if kind in (operands.LOCAL, operands.DEREF) and oparg >= index:
                operation.oparg = oparg + 1
            elif kind == operands.LOCAL_PAIR and (oparg >> 4 >= index or oparg & 15 >= index):
                raise AssemblyError(f"{operation.opname} has no room for another variable's number")

    def _of_kind(self, wanted: int) -> list[str]:
        """The names of the variables of a kind, cells before free variables."""
        pairs = list(zip(self.localsplusnames, self.localspluskinds, strict=True))
        return [name for kind in (LOCAL, CELL, FREE) if kind & wanted
                for name, kinds in pairs if kinds & kind]  # fmt: skip

    def operation(
        self, opname: str, value: object = None, positions: Location | None = None
    ) -> Operation:
        """An operation from what its operand stands for: a constant, the name of a variable or
        attribute (with flags as (name, flags)), a Label, the text that dis shows ("+", "is not"),
        or, where it is no index of a constant, the oparg itself.

        Constants, names and local variables that are not there are added.
        """
        return Operation(opname, encoded(self, opname, value), positions)

    # --- editing

    def index(self, operation: Item) -> int:
        """Where an operation or label is in `body`; AssemblyError if it is not."""
        for index, item in enumerate(self.body):
            if item is operation:
                return index
        raise AssemblyError(f"{operation!r} is not in the code")

    def insert(self, index: int, items: Iterable[Item]) -> None:
        """Put items before what is at `index` of `body`; they belong to the line before them."""
        self.body[index:index] = items

    def insert_before(self, operation: Operation, items: Iterable[Item]) -> None:
        """Put items before an operation, on its line; jumps to the operation come to them."""
        items = _located(items, operation)
        self.insert(self.index(operation), items)

    def insert_after(self, operation: Operation, items: Iterable[Item]) -> None:
        """Put items behind an operation, on its line."""
        self.insert(self.index(operation) + 1, _located(items, operation))

    def append(self, *items: Item) -> None:
        """Put items at the end."""
        self.body.extend(items)

    def delete(self, *operations: Operation) -> None:
        """Take operations out; jumps to one come to the next."""
        gone = set(map(id, operations))
        self.body[:] = [item for item in self.body if id(item) not in gone]

    def replace(self, operation: Operation, items: Iterable[Item]) -> None:
        """Put items in the place of an operation, on its line."""
        items = _located(items, operation)
        index = self.index(operation)
        self.body[index : index + 1] = items

    def call(self, name: str, *arguments: object) -> list[Operation]:
        """Operations that call a global or builtin function and leave the result on the stack.

        `arguments`: constants; an Operation is one that pushes the argument.
        """
        return snippets.call(self, name, arguments)

    def wrap(
        self, first: Item, last: Item, on_exception: Iterable[Item], reraise: bool = True
    ) -> None:
        """Handle exceptions of the items from `first` to `last`, both included.

        `on_exception` leaves the stack as it finds it; then the exception goes on, or without
        `reraise` control does, behind `last`.
        """
        snippets.wrap(self, first, last, list(on_exception), reraise)

    # --- assembling

    def assemble(self) -> CodeObject:
        """The code object. AssemblyError for what no bytecode of the version can express: an
        unknown instruction, a jump it has not got, a label that is nowhere, a stack that paths
        disagree about."""
        format = format_of(self.version)
        layout = Layout(self.version, self.body)
        fields = CodeFields()
        fields.code = layout.code
        self._fill_stack(fields, layout)
        positions = inherited([each.positions for each in layout.operations])
        fields.linetable = line_table(format, self.firstlineno, positions, layout.offsets)
        fields.consts = tuple(
            [
                const.assemble() if isinstance(const, EditableCode) else const
                for const in self.consts
            ]
        )
        fields.names = tuple(self.names)
        if format.has_localsplus:
            fields.localsplusnames = tuple(self.localsplusnames)
            fields.localspluskinds = bytes(self.localspluskinds)
        else:
            fields.varnames = tuple(self._of_kind(LOCAL))
            fields.cellvars = tuple(self._of_kind(CELL))
            fields.freevars = tuple(self._of_kind(FREE))
            fields.nlocals = len(fields.varnames)
        for name in _PLAIN:
            setattr(fields, name, getattr(self, name))
        fields._source = None
        made = fields.sealed()
        return made if self.origin is None else _as_it_was(made, self.origin, positions)

    def _fill_stack(self, fields: CodeFields, layout: Layout) -> None:
        """Fill in exception table and stack size."""
        fields.exceptiontable = b""
        format = format_of(self.version)
        regions = self.regions
        spans = exception_spans(layout, regions) if regions else []
        if spans and not format.has_exception_table:
            raise AssemblyError(f"Python {self.version} has no exception table: use SETUP_FINALLY")
        depths = [region.depth for region in regions]
        origin = self.origin
        if origin is not None and layout.code == origin.code and None not in depths:
            fields.exceptiontable = exception_table(layout, regions, spans, depths)  # type: ignore[arg-type]
            if fields.exceptiontable == origin.exceptiontable:
                fields.stacksize = origin.stacksize if self.stacksize is None else self.stacksize
                return
        if self.stacksize is not None and None not in depths:
            fields.stacksize = self.stacksize
        else:
            stack = StackSize(self.version, layout, regions, spans)
            depths = stack.depths
            least = max(stack.highest, format.least_stacksize)
            fields.stacksize = least if self.stacksize is None else self.stacksize
        fields.exceptiontable = exception_table(
            layout, regions, spans, [depth or 0 for depth in depths]
        )


_PLAIN = (
    "version",
    "argcount",
    "posonlyargcount",
    "kwonlyargcount",
    "flags",
    "filename",
    "name",
    "qualname",
    "firstlineno",
    "header",
)


def _as_it_was(made: CodeObject, origin: CodeObject, positions: list[Location]) -> CodeObject:
    """`made` with what its origin has and nothing in the editable form can tell."""
    object.__setattr__(made, "_source", origin._source)
    if (
        made.linetable != origin.linetable
        and made.code == origin.code
        and made.firstlineno == origin.firstlineno
        and positions == [each.positions for each in disassemble(origin) if not _is_prefix(each)]
    ):
        object.__setattr__(made, "linetable", origin.linetable)
    return made


def _is_prefix(instruction: Instruction) -> bool:
    return instruction.opname == "EXTENDED_ARG"


def _located(items: Iterable[Item], operation: Operation) -> list[Item]:
    """The items, those without positions on an operation's."""
    found = list(items)
    for item in found:
        if isinstance(item, Operation) and item.positions is None:
            item.positions = operation.positions
    return found
