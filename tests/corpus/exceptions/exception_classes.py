class AppError(Exception):
    def __init__(self, code, message="none"):
        super().__init__(message)
        self.code = code

    def __str__(self):
        return f"[{self.code}] {super().__str__()}"


class Quiet(AppError):
    pass


try:
    raise Quiet(7, "trouble")
except AppError as error:
    print(error, repr(error), error.args, error.code)
try:
    raise AppError
except TypeError as error:
    print(error)


class Returns(Exception):
    def __new__(cls, *args):
        return "not an exception"


try:
    raise Returns
except TypeError as error:
    print(error)
error = ValueError("a", 1)
error.add_note("first note")
error.add_note("second note")
print(error.__notes__, error.args, str(error), repr(error))
try:
    error.add_note(5)
except TypeError as wrong:
    print(wrong)
print(KeyError("k"), repr(KeyError("k")), OSError(2, "No such file", "name"), UnicodeDecodeError("utf-8", b"a\xff", 1, 2, "bad"))
print(StopIteration(5).value, SystemExit(3).code, SystemExit().code, ImportError("m", name="n", path="p").name)
print(FileNotFoundError(2, "x").errno, OSError(13, "denied"), type(OSError(2, "x")).__name__)
error.with_traceback(None)
try:
    error.__traceback__ = 5
except TypeError as wrong:
    print(wrong)
try:
    error.__cause__ = "text"
except TypeError as wrong:
    print(wrong)
