# status: 1
import functools
import weakref


class Event:
    def __init__(self, name):
        self.name, self.listeners = name, []

    def __iadd__(self, listener):
        reference = weakref.WeakMethod(listener) if hasattr(listener, "__self__") else weakref.ref(listener)
        self.listeners.append(reference)
        return self

    def __isub__(self, listener):
        self.listeners = [r for r in self.listeners if r() not in (None, listener)]
        return self

    def __call__(self, *args, **kwargs):
        errors = []
        for reference in self.listeners:
            if (listener := reference()) is None:
                print("  (a listener is gone)")
                continue
            try:
                listener(*args, **kwargs)
            except Exception as error:
                errors.append(error)
        if len(errors) == 1:
            raise errors[0]
        if errors:
            raise ExceptionGroup(f"listeners of {self.name}", errors)


class Button:
    def __init__(self, label):
        self.label = label
        self.clicked = Event(f"{label}.clicked")

    def __del__(self):
        print("button", self.label, "is gone")


class Counter:
    def __init__(self):
        self.count = 0

    def on_click(self, button, *, times=1):
        self.count += times
        print("  counted", button.label, self.count)


def broken(button, **_):
    raise RuntimeError(f"broken by {button.label}")


def worse(button, **_):
    return button.missing


ok = Button("ok")
counter = Counter()
ok.clicked += counter.on_click
ok.clicked(ok)
ok.clicked(ok, times=5)
other = Counter()
ok.clicked += other.on_click
del other
ok.clicked(ok)
ok.clicked -= counter.on_click
print(len(ok.clicked.listeners))
ok.clicked += broken
try:
    ok.clicked(ok)
except RuntimeError as error:
    print(error)
ok.clicked += worse
try:
    ok.clicked(ok)
except* AttributeError as group:
    print([str(e) for e in group.exceptions])
except* RuntimeError as group:
    print(group.exceptions)
click = functools.partial(ok.clicked, ok)
del ok
print("still held by the partial")
click()
