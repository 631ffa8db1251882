"""What can be wrong with the bytes of a code object."""

from peephole.errors import PeepholeError


class FormatError(PeepholeError):
    """Bytes that are not what their format says.

    `offset` is where, in bytes from the start of what was handed in (the .pyc file, the marshal
    data or the table); the message starts with it.
    """

    def __init__(self, offset: int, problem: str) -> None:
        super().__init__(f"byte {offset}: {problem}")
        self.offset = offset
        self.problem = problem


class PycError(FormatError):
    """The 16 bytes that a .pyc file starts with are wrong, or something follows its code."""


class MarshalError(FormatError):
    """The marshal data is wrong."""


class LineTableError(FormatError):
    """A line number table or location table is wrong; `offset` is in the table."""


class ExceptionTableError(FormatError):
    """An exception table is wrong; `offset` is in the table."""
