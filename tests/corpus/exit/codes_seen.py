import sys

for argument in (None, 0, 5, "text", 2.5, True, [], (1, 2)):
    try:
        sys.exit(argument)
    except SystemExit as error:
        print(repr(error.code), error.args, isinstance(error, Exception))
try:
    raise SystemExit
except BaseException as error:
    print(repr(error), error.code)
try:
    exit("via site")
except SystemExit as error:
    print(error.code)
try:
    sys.exit(1, 2)
except TypeError as error:
    print(error)
try:
    try:
        sys.exit(7)
    finally:
        print("finally runs")
except SystemExit as error:
    print(error.code)
