import copy
import pickle


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def method(self, n):
        return self.x + n


class Stateful(Point):
    def __getstate__(self):
        print("getstate")
        return {"x": self.x}

    def __setstate__(self, state):
        print("setstate", state)
        self.x, self.y = state["x"], "restored"


class Reduced:
    def __reduce__(self):
        return rebuild, (5,)


def rebuild(n):
    print("rebuild", n)
    return Point(n, n)


def function(a, b=2):
    return a + b


for value in (Point(1, 2), Stateful(3, 4), Reduced(), function, Point, [Point(0, 0)], Point(1, 1).method, len):
    data = pickle.dumps(value)
    restored = pickle.loads(data)
    print(restored if not callable(restored) else restored.__name__, restored is value)
print(pickle.loads(pickle.dumps(function))(1), pickle.loads(pickle.dumps(Point(2, 2).method))(40))
for bad in (lambda: 0, (n for n in ()), (lambda: (lambda: 0))(), type("Local", (), {})()):
    try:
        pickle.dumps(bad)
    except (pickle.PicklingError, TypeError, AttributeError) as error:
        print(type(error).__name__)
shallow = copy.copy([Point(1, 2)])
deep = copy.deepcopy(original := [Point(3, 4), function])
print(shallow, deep, deep[0] is original[0], deep[1] is function, copy.copy(function) is function)


def factory():
    def inner(): ...

    return inner


try:
    pickle.dumps(factory())
except (AttributeError, pickle.PicklingError) as error:
    print(str(error).split(" with")[0].split("<")[-1])
