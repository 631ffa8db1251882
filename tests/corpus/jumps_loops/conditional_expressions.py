def grade(score):
    return "A" if score > 90 else "B" if score > 80 else "C" if score > 70 else "F"


print([grade(s) for s in (95, 85, 75, 5)])
log = []


def note(value):
    log.append(value)
    return value


print(note(1) if note(0) else note(2), note(0) or note("") or note("last"), note(1) and note([]) and note(3))
print(log)
if 0 or (log and not ""):
    print("one")
elif note(5):
    print("two")
else:
    print("three")
if not (1 < 2 < 3 or 1 / 0):
    print("never")
else:
    print("short circuit")
print([("fizz" * (not i % 3) + "buzz" * (not i % 5)) or i for i in range(1, 16)])
if True:
    print("constant")
while False:
    print("never")
if __debug__:
    print("debug")
print(1 if None else 2, 1 if ... else 2, "" or None or 0, () and [] and {})
