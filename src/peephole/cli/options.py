"""The options of the commands that run programs, declared once.

Everything after the target belongs to the program, so these commands read their words here, and
not with the library that reads those of the other commands; that one gets its help from here.
"""

from __future__ import annotations

from peephole.errors import PeepholeError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    Value = bool | int | str | tuple[str, ...] | None
    Values = dict[str, Value]


class Option:
    """An option: `--name`, or `--name METAVAR` where it has one.

    `kind` is "flag", "text", "number", or "list" (may be given several times, each a list
    separated by commas).  `choices` are the texts that are allowed, if not all are.
    """

    __slots__ = ("choices", "help", "kind", "metavar", "name")

    def __init__(
        self,
        name: str,
        help: str,
        metavar: str = "",
        kind: str = "flag",
        choices: tuple[str, ...] = (),
    ) -> None:
        self.name = name
        self.help = help
        self.metavar = metavar
        self.kind = kind
        self.choices = choices

    @property
    def key(self) -> str:
        """The option's name as an identifier."""
        return self.name.replace("-", "_")

    @property
    def default(self) -> Value:
        """The value of an option that is not given."""
        defaults: Values = {"flag": False, "list": ()}
        return defaults.get(self.kind)

    def read(self, text: str, before: Value) -> Value:
        """Return the option's value for a word given, after `before`; PeepholeError."""
        if self.choices and text not in self.choices:
            raise PeepholeError(f"--{self.name} is one of {', '.join(self.choices)}, not {text!r}")
        if self.kind == "list":
            assert isinstance(before, tuple)
            return (*before, *(part.strip() for part in text.split(",") if part.strip()))
        if self.kind == "number":
            if not text.isdecimal():
                raise PeepholeError(f"--{self.name} takes a number, not {text!r}")
            return int(text)
        return text


SCOPE = (
    Option("include", "Run these modules on the machine, too: 'pkg' or 'pkg.*'.", "MODULE", "list"),
    Option("exclude", "Do not run these modules on the machine.", "MODULE", "list"),
    Option("all", "Run everything that is Python source, the standard library included."),
)

RUN = (
    *SCOPE,
    Option("stats", "Count instructions, calls, exceptions; print them when the program ends."),
    Option("stats-file", "Write the counts to a file, not to standard error.", "FILE", "text"),
    Option("stats-format", "How to write them.", "text|json", "text", ("text", "json")),
)

TRACE = (
    *SCOPE,
    Option("function", "Show only these functions: 'name' or 'Class.name'.", "NAME", "list"),
    Option("module", "Show only these modules: 'pkg' or 'pkg.*'.", "MODULE", "list"),
    Option("opcode", "Show only these instructions.", "OPNAME", "list"),
    Option("limit", "Show at most so many instructions; the program runs on.", "N", "number"),
    Option("format", "How to show them; json is one object a line.", "text|json", "text",
           ("text", "json")),
    Option("output", "Write the trace to a file, not to standard error.", "FILE", "text"),
)  # fmt: skip

#: The commands that run a program, with their options.
RUNNING: dict[str, tuple[Option, ...]] = {"run": RUN, "trace": TRACE}

_HELP = ("--help", "-h")


def parse_options(command: str, words: Sequence[str]) -> tuple[Values, list[str]]:
    """Read a command's options; return their values by key, and the words that follow them.

    Raises PeepholeError for an unknown option or a value that is missing or not allowed.
    """
    options = {option.name: option for option in RUNNING[command]}
    values: Values = {option.key: option.default for option in options.values()}
    position = 0
    while position < len(words) and words[position].startswith("--"):
        name, equals, text = words[position][2:].partition("=")
        position += 1
        if not name:  # "--": the target follows
            break
        option = options.get(name)
        if option is None:
            raise PeepholeError(f"no such option: --{name} (see peephole {command} --help)")
        if option.kind == "flag":
            if equals:
                raise PeepholeError(f"--{name} takes no value")
            values[option.key] = True
            continue
        if not equals:
            if position == len(words):
                raise PeepholeError(f"--{name} needs a value: {option.metavar}")
            text = words[position]
            position += 1
        values[option.key] = option.read(text, values[option.key])
    return values, list(words[position:])


def wants_help(command: str, words: Sequence[str]) -> bool:
    """Tell whether the words before the target ask for the command's help."""
    takes_value = {"--" + option.name for option in RUNNING[command] if option.kind != "flag"}
    skip = False
    for word in words:
        if skip:
            skip = False
        elif word in _HELP:
            return True
        elif not word.startswith("--") or word == "--":
            return False
        else:
            skip = word in takes_value
    return False
