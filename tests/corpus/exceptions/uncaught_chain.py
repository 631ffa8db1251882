# status: 1
def load(path):
    try:
        return open(path)
    except OSError as error:
        raise LookupError(f"no settings in {path}") from error


def configure():
    try:
        load("/does/not/exist.ini")
    except LookupError:
        defaults = {}
        return defaults["mode"]


def main():
    try:
        configure()
    finally:
        print("cleanup")
        [].pop()


main()
