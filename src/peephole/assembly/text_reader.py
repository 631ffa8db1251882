"""Assembly text to code objects. docs/assembly.md describes the format."""

from __future__ import annotations

import base64
import binascii
import re
import zlib

from peephole import isa
from peephole.code import CodeObject
from peephole.code.errors import FormatError
from peephole.code.formats import format_of
from peephole.code.objects import argument_kinds, merged_locals
from peephole.code.pyc import PycHeader, load_marshal
from peephole.code.writer import write_by_shape
from peephole.disassembly import disassemble
from peephole.errors import PeepholeError

from .editable import EditableCode
from .literals import CodeReference, parsed, parsed_name, without_comment, words
from .operand_reader import OperandReader
from .operation import Label, Operation, TryRegion

TYPE_CHECKING = False
if TYPE_CHECKING:
    from peephole.code.locations import Location


class AsmError(PeepholeError):
    """Assembly text that is wrong; the message begins with the file and the line."""


def parse_asm(text: str, filename: str = "<asm>") -> CodeObject:
    """The code object that assembly text stands for. AsmError, with the line, for what is wrong."""
    return _Reader(text, filename).code()


class _Section:
    """What stands between one `.code` and the next."""

    def __init__(self, version: str, name: str, line: int) -> None:
        self.line = line
        self.editable = EditableCode(version, name)
        self.lists: dict[str, list[str]] = {"varnames": [], "cellvars": [], "freevars": []}
        self.variables: list[tuple[str, int]] = []
        self.stacksize = 0
        self.nlocals: int | None = None
        self.raw: dict[str, str] = {}
        self.labels: dict[str, Label] = {}
        self.label_lines: dict[Label, int] = {}
        self.placed: set[Label] = set()
        self.open: list[tuple[Label, Label, int | None, bool, int]] = []
        self.position: Location | None = None
        self.prefixes = 0
        self.operands: OperandReader | None = None
        self.made: CodeObject | None = None

    def label(self, name: str, line: int) -> Label:
        found = self.labels.get(name)
        if found is None:
            found = self.labels[name] = Label(name)
            self.label_lines[found] = line
        return found

    def settle_variables(self) -> None:
        """Variables are known once the first instruction comes."""
        if self.operands is not None:
            return
        editable, lists = self.editable, self.lists
        format = format_of(editable.version)
        fields: dict[str, object] = {name: tuple(names) for name, names in lists.items()}
        fields |= {name: getattr(editable, name) for name in _COUNTS if name != "firstlineno"}
        fields["flags"] = editable.flags
        if self.variables:
            names = [name for name, _ in self.variables]
            kinds = bytes(kind for _, kind in self.variables)
        elif format.has_localsplus:
            merged, kinds = merged_locals(fields)
            names, kinds = list(merged), argument_kinds(fields, kinds, format)
        else:
            names = [name for each in lists.values() for name in each]
            made = CodeObject(editable.version, **{k: tuple(v) for k, v in lists.items()})
            names, kinds = list(made.localsplusnames), made.localspluskinds
        editable.localsplusnames, editable.localspluskinds = names, bytearray(kinds)
        self.operands = OperandReader(editable, self.label)


_COUNTS = ("argcount", "posonlyargcount", "kwonlyargcount", "firstlineno")
_NAMES = ("varnames", "cellvars", "freevars", "names")
_RAW = ("bytecode", "linetable", "exceptiontable")

_PLACE = re.compile(r"-|\d+(?::\d+-(?:\d+:)?\d+)?|\([\dNone,-]+\)")
_LABEL = re.compile(r"([A-Za-z_]\w*):")


class _Reader:
    def __init__(self, text: str, filename: str) -> None:
        self.lines = text.split("\n")
        self.filename = filename
        self.number = 0
        self.version: str | None = None
        self.header: PycHeader | None = None
        self.sections: dict[str, _Section] = {}
        self.section: _Section | None = None
        self.shape = ""

    def error(self, message: object, line: int | None = None) -> AsmError:
        return AsmError(f"{self.filename}:{line or self.number}: {message}")

    def code(self) -> CodeObject:
        for line in self.lines:
            self.number += 1
            try:
                self.line(without_comment(line).strip())
            except AsmError:
                raise
            except PeepholeError as error:
                raise self.error(error) from None
        if not self.sections:
            raise self.error("there is no .code")
        first = next(iter(self.sections.values()))
        made = self.assembled(first, ())
        if self.shape:
            made = self.with_shape(made)
        if self.header is not None:
            made = made.replace(header=self.header)
        return made

    # --- lines

    def line(self, line: str) -> None:
        if not line:
            return
        if line.startswith(".") and not line.startswith(".0"):
            word, _, rest = line[1:].partition(" ")
            self.directive(word, rest.strip())
            return
        section = self.section
        if section is None:
            raise self.error("there is no .code before this")
        section.settle_variables()
        match = _LABEL.match(line)
        if match is not None:
            label = section.label(match[1], self.number)
            if label in section.placed:
                raise self.error(f"label {match[1]} is in the code twice")
            section.placed.add(label)
            section.editable.body.append(label)
            line = line[match.end() :].strip()
        match = _PLACE.match(line)
        if match is not None and (match.end() == len(line) or line[match.end()] == " "):
            section.position = self.place(match[0])
            line = line[match.end() :].strip()
        if line:
            self.operation(section, line)

    def place(self, text: str) -> Location:
        if text == "-":
            return (None, None, None, None)
        if text.startswith("("):
            value = parsed(text)
            if (
                isinstance(value, tuple)
                and len(value) == 4
                and all(each is None or isinstance(each, int) for each in value)
            ):
                return value
            raise self.error(f"{text} is no place: it has line, end line, column, end column")
        line, _, columns = text.partition(":")
        located = format_of(self.python()).lines == "locations"
        if not columns:
            return (int(line), int(line) if located else None, None, None)
        if not located:
            raise self.error(f"Python {self.version} knows of lines alone, not of columns")
        start, _, end = columns.partition("-")
        end_line, _, end_column = end.rpartition(":")
        return (int(line), int(end_line or line), int(start), int(end_column))

    def operation(self, section: _Section, line: str) -> None:
        opname, _, operand = line.partition(" ")
        operand = operand.strip()
        if opname == "EXTENDED_ARG" and not operand:
            section.prefixes += 1
            return
        assert section.operands is not None
        oparg = section.operands.read(opname, operand, self.number)
        made = Operation(opname, oparg, section.position, section.prefixes)
        section.prefixes = 0
        section.editable.body.append(made)

    # --- directives

    def directive(self, word: str, rest: str) -> None:
        if word == "python":
            isa.table(rest)
            self.version = rest
        elif word == "pyc":
            self.header = self.pyc_header(rest)
        elif word == "shape":
            self.shape += rest
        elif word == "code":
            name = parsed_name(rest)
            if name in self.sections:
                raise self.error(f"there is a .code {rest} already")
            self.end_section()
            self.section = self.sections[name] = _Section(self.python(), name, self.number)
        else:
            self.field(word, rest)

    def python(self) -> str:
        if self.version is None:
            raise self.error("a .python with the version has to come first")
        return self.version

    def field(self, word: str, rest: str) -> None:
        section = self.section
        if section is None:
            raise self.error(f"there is no .code before .{word}")
        editable = section.editable
        if word in ("try", "endtry"):
            section.settle_variables()
            self.region(section, word, rest)
        elif word == "const":
            editable.consts.append(parsed(rest))
        elif word in _RAW:
            section.raw[word] = section.raw.get(word, "") + rest
        elif word in _COUNTS:
            setattr(editable, word, self.integer(rest))
        elif word == "nlocals":
            section.nlocals = self.integer(rest)
        elif word == "stacksize":
            number, _, exact = rest.partition(" ")
            section.stacksize = self.integer(number)
            if exact == "exact":
                editable.stacksize = section.stacksize
            elif exact:
                raise self.error("write .stacksize NUMBER, or .stacksize NUMBER exact")
        elif word == "flags":
            editable.flags = self.flags(rest)
        elif word == "names":
            editable.names += map(parsed_name, words(rest))
        elif word in _NAMES:
            section.lists[word] += map(parsed_name, words(rest))
        elif word == "variable":
            name, *kind = words(rest)
            section.variables.append((parsed_name(name), self.integer(" ".join(kind)) & 255))
        elif word == "filename":
            value = parsed(rest)
            if not isinstance(value, str):
                raise self.error(f"{rest} is no file name")
            editable.filename = value
        elif word in ("name", "qualname"):
            setattr(editable, word, parsed_name(rest))
        else:
            raise self.error(f"there is no .{word}")

    def integer(self, text: str) -> int:
        try:
            return int(text, 0)
        except ValueError:
            raise self.error(f"{text!r} is no number") from None

    def flags(self, text: str) -> int:
        bits = {name: bit for bit, name in isa.table(self.python()).co_flags.items()}
        flags = 0
        for word in text.split():
            flags |= bits[word] if word in bits else self.integer(word)
        return flags

    def region(self, section: _Section, word: str, rest: str) -> None:
        if word == "endtry":
            if not section.open:
                raise self.error("there is no .try for this .endtry")
            start, handler, depth, lasti, _ = section.open.pop()
            end = Label("end of try")
            section.editable.body.append(end)
            section.editable.regions.append(TryRegion(start, end, handler, depth, lasti))
            return
        match = re.fullmatch(r"([A-Za-z_]\w*)(?:\s+depth\s+(\d+))?(\s+lasti)?", rest)
        if match is None:
            raise self.error("write .try LABEL, then: depth NUMBER, lasti, or neither")
        depth = None if match[2] is None else int(match[2])
        start = Label("try")
        section.editable.body.append(start)
        handler = section.label(match[1], self.number)
        section.open.append((start, handler, depth, match[3] is not None, self.number))

    def end_section(self) -> None:
        section = self.section
        if section is None:
            return
        section.settle_variables()
        if section.open:
            raise self.error("there is no .endtry for this .try", section.open[-1][4])
        if section.prefixes:
            raise self.error("EXTENDED_ARG before nothing")
        for label, line in section.label_lines.items():
            if label not in section.placed:
                raise self.error(f"there is no label {label.name}", line)
        self.section = None

    # --- putting together

    def assembled(self, section: _Section, outside: tuple[str, ...]) -> CodeObject:
        """The section's code object, those that its constants name first."""
        self.end_section()
        if section.made is not None:
            return section.made
        editable = section.editable

        def resolved(value: object) -> object:
            if isinstance(value, CodeReference):
                inner = self.sections.get(value.name)
                if inner is None:
                    raise self.error(f"there is no .code {value.name!r}", section.line)
                if inner is section or value.name in outside:
                    raise self.error(f".code {value.name!r} has itself as a constant", inner.line)
                return self.assembled(inner, (*outside, value.name))
            if isinstance(value, (tuple, list)):
                return type(value)(map(resolved, value))
            return value

        editable.consts = list(map(resolved, editable.consts))
        try:
            section.made = self.finished(section, editable.assemble())
        except RecursionError:
            raise self.error("code is nested too deeply", section.line) from None
        except AsmError:
            raise
        except PeepholeError as error:
            raise self.error(error, section.line) from None
        return section.made

    def finished(self, section: _Section, made: CodeObject) -> CodeObject:
        """The code object with the fields that are written out in full."""
        raw = {name: self.bytes(section, name, text) for name, text in section.raw.items()}
        stacksize = made.stacksize
        if section.editable.stacksize is None:
            stacksize = max(stacksize, section.stacksize)
        changes: dict[str, object] = {"stacksize": stacksize}
        if section.nlocals is not None:
            changes["nlocals"] = section.nlocals
        if "bytecode" in raw:
            changes["code"] = raw["bytecode"]
        if "exceptiontable" in raw:
            changes["exceptiontable"] = raw["exceptiontable"]
        if "linetable" in raw and ("bytecode" in raw or _same_lines(made, raw["linetable"])):
            changes["linetable"] = raw["linetable"]
        return made.replace(**changes)

    def bytes(self, section: _Section, name: str, text: str) -> bytes:
        try:
            return bytes.fromhex(text)
        except ValueError:
            raise self.error(f".{name} is not in hexadecimal", section.line) from None

    def pyc_header(self, text: str) -> PycHeader:
        magic = isa.table(self.python()).magic
        match = re.fullmatch(r"hash ([0-9a-f]{16}) (un)?checked", text)
        if match is not None:
            return PycHeader(magic, 1 if match[2] else 3, source_hash=bytes.fromhex(match[1]))
        match = re.fullmatch(r"mtime (\d{1,10}) size (\d{1,10})", text)
        if match is None or max(map(int, match.groups())) >> 32:
            raise self.error("write .pyc mtime SECONDS size BYTES, or .pyc hash HEX checked")
        return PycHeader(magic, 0, int(match[1]), int(match[2]))

    def with_shape(self, made: CodeObject) -> CodeObject:
        """The code object written with the types and references it had; as it is, if it has
        changed."""
        try:
            shape = zlib.decompress(base64.b64decode(self.shape, validate=True))
        except (binascii.Error, zlib.error, ValueError):
            raise self.error(".shape is damaged: leave it out") from None
        data = write_by_shape(made, shape)
        try:
            return made if data is None else load_marshal(data, self.python())
        except FormatError:
            return made


def _same_lines(made: CodeObject, linetable: bytes) -> bool:
    """Whether a line table tells of the instructions what their places say."""
    try:
        other = disassemble(made.replace(linetable=linetable))
    except PeepholeError:
        return False
    return all(
        new.positions == old.positions or new.opname == "EXTENDED_ARG"
        for new, old in zip(other, disassemble(made), strict=True)
    )
