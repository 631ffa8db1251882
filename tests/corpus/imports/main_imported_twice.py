import sys

print("executing as", __name__)
if __name__ == "__main__":
    import main_imported_twice

    print(main_imported_twice is sys.modules["__main__"], main_imported_twice.__name__, main_imported_twice.function() == function() if "function" in globals() else "not yet")


def function():
    return __name__


class K:
    pass


if __name__ == "__main__":
    print(function(), main_imported_twice.function(), isinstance(K(), main_imported_twice.K), K, main_imported_twice.K)
