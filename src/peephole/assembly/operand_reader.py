"""Operands of assembly text to opargs, by kind of operand."""

from __future__ import annotations

import re

from peephole.code.formats import CELL, FREE, LOCAL, format_of
from peephole.code.objects import constant_key
from peephole.isa import operands

from .editable import EditableCode
from .encoding import AssemblyError, encoder_of
from .literals import parsed, parsed_name, words
from .operand_text import CHOSEN, affixes, operand_texts
from .operation import Label

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_RAW = re.compile(r"#(-?\d+)")
_FLAGGED = re.compile(r"(.*) \|(\d+)")


class OperandReader:
    """Reads the operands of one code object; `label` gives the label of a name used on a line."""

    def __init__(self, code: EditableCode, label: Callable[[str, int], Label]) -> None:
        self.code = code
        self.label = label
        self.kinds = code.isa.operand
        self.encoder = encoder_of(code.version)
        self.texts = operand_texts(code.version)
        self._consts: dict[object, int] = {}
        self._consts_seen = 0
        self._names: dict[str, int] = {}

    def read(self, opname: str, text: str, line: int) -> int | Label | None:
        """The oparg of an instruction. PeepholeError for what is none."""
        number = self.encoder.numbers.get(opname)
        if number is None:
            raise AssemblyError(f"Python {self.code.version} has no instruction {opname}")
        raw = _RAW.fullmatch(text)
        if raw is not None:
            return int(raw[1])
        isa = self.code.isa
        base = isa.deopt.get(opname, opname)
        kind = self.kinds.get(base, operands.RAW)
        if kind == operands.NONE or not text:
            if text and not text.isdecimal():
                raise AssemblyError(f"{opname} has no operand")
            if not text and self.encoder.has_oparg[number]:
                raise AssemblyError(f"{opname} needs an operand")
            return int(text) if text else None
        if opname in self.encoder.jumps:
            if not re.fullmatch(r"[A-Za-z_]\w*", text):
                raise AssemblyError(f"{opname}: {text} is no label")
            return self.label(text, line)
        found = self._known(base, kind, text)
        if found is None:
            raise AssemblyError(f"{opname}: {text} is no operand{self._choices(base, kind)}")
        return found

    def _choices(self, opname: str, kind: str) -> str:
        if kind not in CHOSEN:
            return ""
        return f": it is one of {', '.join(self.texts.texts(opname)[:30])}"

    def _known(self, opname: str, kind: str, text: str) -> int | None:
        if kind == operands.CONST:
            return self._const(parsed(text))
        if kind in operands.NAMES:
            return self._flagged_name(opname, operands.NAMES[kind], text)
        if kind in (operands.LOCAL, operands.DEREF, operands.FREE):
            return self._variable(kind, parsed_name(text))
        if kind == operands.LOCAL_PAIR:
            pair = [self._variable(operands.LOCAL, parsed_name(word)) for word in words(text)]
            if len(pair) != 2 or None in pair or max(pair) > 15:  # type: ignore[type-var, operator]
                return None
            return pair[0] << 4 | pair[1]  # type: ignore[operator]
        if kind in CHOSEN:
            found = self.texts.number(opname, text)
            if found is not None:
                return found
        try:
            return int(text, 0)
        except ValueError:
            return None

    def _const(self, value: object) -> int:
        consts = self.code.consts
        for index in range(self._consts_seen, len(consts)):
            self._consts.setdefault(constant_key(consts[index]), index)
        key = constant_key(value)
        found = self._consts.get(key)
        if found is None:
            found = self._consts[key] = len(consts)
            consts.append(value)
        self._consts_seen = len(consts)
        return found

    def _flagged_name(self, opname: str, bits: int, text: str) -> int | None:
        match = _FLAGGED.fullmatch(text)
        if match is not None:
            flags = int(match[2])
            return self._name(parsed_name(match[1])) << bits | flags if flags < 1 << bits else None
        forms = affixes(self.code.isa, opname)
        # "NULL + x" is also a name with nothing before it: the longest affixes count.
        for flags in sorted(range(len(forms)), key=lambda i: -len("".join(forms[i]))):
            before, after = forms[flags]
            if text.startswith(before) and text.endswith(after):
                inside = text[len(before) : len(text) - len(after)]
                return self._name(parsed_name(inside)) << bits | forms.index((before, after))
        return None

    def _name(self, name: str) -> int:
        found = self._names.get(name)
        if found is None:
            found = self._names[name] = self.code.name_index(name)
        return found

    def _variable(self, kind: str, name: str) -> int | None:
        code = self.code
        names, kinds = code.localsplusnames, code.localspluskinds
        if kind == operands.FREE:
            pairs = list(zip(names, kinds, strict=True))
            names = [n for wanted in (CELL, FREE) for n, each in pairs if each & wanted]
        elif not format_of(code.version).has_localsplus:
            names = [n for n, each in zip(names, kinds, strict=True) if each & LOCAL]
        if name in names:
            return names.index(name)
        return code.local_index(name) if kind == operands.LOCAL else None
