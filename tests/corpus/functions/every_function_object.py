def plain(): ...
def defaults(a=1): ...
def keywords(*, a=1): ...
def annotated(a: int) -> str: ...
def both(a=1, *, b=2): ...
def default_annotated(a: int = 1): ...
def keyword_annotated(*, a: int = 1): ...
def all_three(a: int = 1, *, b: str = "x"): ...


def outer(free):
    def closure(): return free
    def closure_defaults(a=1): return free, a
    def closure_keywords(*, a=1): return free, a
    def closure_annotated(a: int): return free, a
    def closure_both(a=1, *, b=2): return free, a, b
    def closure_default_annotated(a: int = 1): return free, a
    def closure_keyword_annotated(*, a: int = 1): return free, a
    def everything(a: int = 1, /, b: free = 2, *c: list, d: str = "x", **e: dict) -> None: return free, a, b, c, d, e
    return [v for k, v in sorted(locals().items()) if callable(v)]


functions = [plain, defaults, keywords, annotated, both, default_annotated, keyword_annotated, all_three, *outer("free")]
for f in functions:
    print(f.__name__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__closure__ and f.__closure__[0].cell_contents)
    try:
        print("  ", f())
    except TypeError as error:
        print("  ", error)
