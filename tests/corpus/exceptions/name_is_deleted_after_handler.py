def local():
    error = "before"
    try:
        raise ValueError("x")
    except ValueError as error:
        print("inside", error)
    try:
        print(error)
    except UnboundLocalError as gone:
        print(gone)


def deleted_inside():
    try:
        raise ValueError("x")
    except ValueError as error:
        del error
    print("locals", locals())


def reassigned():
    try:
        raise ValueError("x")
    except ValueError as error:
        error = 5
    print("locals", locals())


def cell():
    try:
        raise ValueError("x")
    except ValueError as error:
        probe = lambda: error
        print(probe())
    try:
        probe()
    except NameError as gone:
        print(gone)


local()
deleted_inside()
reassigned()
cell()
e = "global"
try:
    raise KeyError("k")
except KeyError as e:
    pass
print("e" in globals())


class Body:
    try:
        raise KeyError
    except KeyError as e:
        kept = e
    print("e" in locals(), repr(kept))
