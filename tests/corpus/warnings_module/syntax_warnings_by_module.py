# requires: 3.15
"""Warnings about source code are given for the module that is named, or that the file is of."""

import symtable
import warnings

SOURCE = "x = 1or 0\n"


def caught(pattern, call):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("error")
        warnings.filterwarnings("always", module=pattern)
        try:
            call()
        except SyntaxError as error:
            print(type(error).__name__, error)
    print([(each.filename, each.lineno, each.category.__name__) for each in found])


caught(r"<string>\z", lambda: exec(SOURCE, {}))
caught(r"package.module\z", lambda: exec(SOURCE, {"__name__": "package.module"}))
caught(r"package.module\z", lambda: eval("1or 0", {"__name__": "package.module"}))
caught(r"package.module\z", lambda: exec(SOURCE, {"__name__": "other"}))
caught(r"a\.b\z", lambda: symtable.symtable(SOURCE, "/somewhere/a/b.py", "exec"))
caught(r"a\.b\z", lambda: symtable.symtable(SOURCE, "/some/file.py", "exec", module="a.b"))
caught(r"a\.b\z", lambda: compile(SOURCE, "/some/file.py", "exec", module="a.b"))
