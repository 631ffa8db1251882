log = []


def attempt(action):
    try:
        log.append("try")
        value = action()
    except ZeroDivisionError as error:
        log.append(f"zero {error}")
        value = "handled"
    except (KeyError, IndexError) as error:
        log.append(f"lookup {error!r}")
        return "returned from the handler"
    except Exception:
        log.append("other")
        raise
    except:
        log.append("bare")
        value = "bare"
    else:
        log.append("else")
        value = value * 2
    finally:
        log.append("finally")
    return value


def exit_now():
    raise SystemExit(3)


print(attempt(lambda: 21))
print(attempt(lambda: 1 / 0))
print(attempt(lambda: {}["k"]))
print(attempt(lambda: [][1]))
print(attempt(exit_now))
try:
    attempt(lambda: int("x"))
except ValueError as error:
    print("reraised", error)
for entry in log:
    print(entry)
