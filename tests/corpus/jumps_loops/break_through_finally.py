log = []


def loop():
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            log.append(("body", i))
        finally:
            log.append(("finally", i))
    else:
        log.append("else")
    return i


def returns():
    for i in range(3):
        try:
            return ("returned", i)
        finally:
            log.append("cleanup")


def overridden():
    while True:
        try:
            return "lost"
        finally:
            break
    return "after the loop"


def swallowed():
    for i in range(3):
        try:
            raise ValueError(i)
        finally:
            log.append(i)
            if i == 2:
                return "swallowed"
            continue


class Manager:
    def __enter__(self):
        log.append("enter")

    def __exit__(self, *details):
        log.append(("exit", details[0]))


def with_loop():
    for i in range(3):
        with Manager():
            if i == 0:
                continue
            if i == 1:
                break
    with Manager():
        return i


print(loop(), returns())
import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    exec("print(1)")
print(overridden(), swallowed(), with_loop())
for entry in log:
    print(entry)
