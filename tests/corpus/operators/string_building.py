parts = []
text = ""
for i in range(5):
    text += str(i)
    parts.append(text)
print(parts)


def local_concat(n):
    s = ""
    keep = s
    for i in range(n):
        s += "ab"
        if i == 1:
            keep = s
    return s, keep


print(local_concat(4))
print("%(a)s %(b)05.1f %%" % {"a": 1, "b": 2.25}, "%-5s|%5s|%x|%o|%e" % ("l", "r", 255, 8, 12345.678))
print("%s" % (1,), "%r" % "q", "%a" % "é", "%c%c" % (65, "B"), "%s %s" % (1, 2))
a, b = "x", 3
print("%s is %s" % (a, b), "%r=%a" % (a, b), "%5s|" % a, "%s" % [1, 2])
print("é".encode(), b"\xc3\xa9".decode(), "a" "b" 'c', r"\n", "\N{BULLET}", "\x41\u0042")
