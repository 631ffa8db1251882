# status: 1
def fetch(name):
    raise ConnectionError(f"cannot fetch {name}")


def collect(names):
    errors = []
    for name in names:
        try:
            fetch(name)
        except ConnectionError as error:
            error.add_note(f"note for {name}")
            errors.append(error)
    if errors:
        raise ExceptionGroup("several failures", errors + [ExceptionGroup("more", [ValueError(5)])])


def main():
    try:
        collect(["a", "b"])
    except* ValueError as group:
        raise RuntimeError("while handling") from group


main()
