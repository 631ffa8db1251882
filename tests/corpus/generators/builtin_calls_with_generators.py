def shout(v):
    print("saw", v, end="; ")
    return v


print(any(shout(v) for v in (0, 2, 3)), all(shout(v) for v in (1, 0, 3)), any(v for v in ()), all(v for v in ()))
print(tuple(v * 2 for v in range(3)), list(v for v in "ab"), set(v for v in (1, 1)), frozenset(v for v in (2, 2)))
print(sum(v for v in range(4)), max(v for v in (3, 9)), min((v for v in ()), default="none"), sorted(-v for v in range(3)))
print(dict((v, v) for v in range(2)), "".join(v for v in "xy"), bytes(v for v in (65, 66)))
for function in (any, all, tuple, list, set):
    try:
        function(1 // v for v in (1, 0))
    except ZeroDivisionError as error:
        tb, names = error.__traceback__, []
        while tb:
            names.append(tb.tb_frame.f_code.co_name)
            tb = tb.tb_next
        print(function.__name__, names)
any = lambda iterable: ("shadowed any", [*iterable])
tuple = lambda iterable: "shadowed tuple"
list = set = all = lambda iterable: "shadowed"
print(any(v for v in (1, 2)), tuple(v for v in ()), list(v for v in ()), set(v for v in ()), all(v for v in ()))
