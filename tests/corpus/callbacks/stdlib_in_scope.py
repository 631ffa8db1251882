# run: --all
import collections
import json
import string
import textwrap

print(json.dumps({"a": [1, 2.5, None, True], "b": "ü"}, indent=2, sort_keys=True))
print(json.loads('{"x": [1, {"y": "z"}], "u": "\\u00e9"}'))
try:
    json.loads('{"x": }')
except json.JSONDecodeError as error:
    print(error, error.pos)
print(collections.Counter("mississippi").most_common(2), collections.OrderedDict(a=1), collections.ChainMap({"a": 1}, {"b": 2})["b"])
print(textwrap.fill("the quick brown fox jumps over the lazy dog", 20))
print(string.Template("$a and ${b}").safe_substitute(a=1), textwrap.dedent("  x\n    y\n"))
import dataclasses
import enum
import fractions
import decimal
import statistics


@dataclasses.dataclass
class Item:
    name: str
    price: fractions.Fraction = fractions.Fraction(1, 3)


class Kind(enum.Enum):
    A = 1
    B = 2


print(Item("x"), Item("y") == Item("y"), Kind(2), list(Kind), fractions.Fraction(1, 3) + fractions.Fraction(1, 6))
print(decimal.Decimal("1.1") + 2, statistics.mean([1, 2, 4]), statistics.pstdev([1, 3]))
