import traceback


def bare():
    try:
        raise ValueError("original")
    except ValueError:
        raise


def named():
    try:
        bare()
    except ValueError as error:
        raise error


def later():
    kept = None
    try:
        named()
    except ValueError as error:
        kept = error
    raise kept


def finally_raises():
    try:
        later()
    finally:
        print("cleanup")


try:
    finally_raises()
except ValueError as error:
    for frame in traceback.extract_tb(error.__traceback__):
        print(frame.name, frame.lineno, frame.line, frame.colno, frame.end_colno)
    print(error.__context__)
try:
    raise
except RuntimeError as error:
    print(error)


def helper():
    raise


try:
    try:
        1 / 0
    except ZeroDivisionError:
        helper()
except ZeroDivisionError as error:
    print([f.name for f in traceback.extract_tb(error.__traceback__)], error)
