import warnings

warnings.simplefilter("always")


def warn(level):
    warnings.warn(f"level {level}", UserWarning, stacklevel=level)


def caller(level):
    warn(level)


caller(1)
caller(2)
caller(3)
warnings.warn("from the module", DeprecationWarning)


class C:
    @property
    def old(self):
        warnings.warn("old property", DeprecationWarning, stacklevel=2)
        return 5


print(C().old)
print([C().old for _ in range(1)])


def gen():
    warnings.warn("in a generator", RuntimeWarning, stacklevel=2)
    yield 1


for value in gen():
    print(value)
list(map(lambda v: warnings.warn("in a callback", stacklevel=1), [1]))
warnings.warn(Warning("an instance"))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warn(2)
    exec("import warnings\nwarnings.warn('in exec')")
    print([(str(w.message), w.lineno, w.category.__name__, w.filename.rpartition("/")[2]) for w in caught])
warnings.simplefilter("error")
try:
    caller(2)
except UserWarning as error:
    print("as error", error)
    tb = error.__traceback__
    while tb:
        print(tb.tb_frame.f_code.co_name)
        tb = tb.tb_next
for bad in (lambda: warnings.warn(5), lambda: warnings.warn("x", int), lambda: warnings.warn("x", stacklevel="y")):
    try:
        bad()
    except (TypeError, UserWarning) as error:
        print(type(error).__name__, error)
