def nest(n):
    try:
        try:
            try:
                if n == 0:
                    raise KeyError("bottom")
                nest(n - 1)
            except KeyError as error:
                raise ValueError(n) from error
            else:
                print("else", n)
            finally:
                order.append(f"a{n}")
        except ValueError:
            order.append(f"b{n}")
            if n % 2:
                raise KeyError(n)
            raise
        finally:
            order.append(f"c{n}")
    except KeyError:
        order.append(f"d{n}")
        raise
    finally:
        order.append(f"e{n}")


order = []
try:
    nest(3)
except Exception as error:
    chain = []
    while error:
        chain.append(repr(error))
        error = error.__cause__ or error.__context__
    print(chain)
print(order)


def finally_in_loops():
    out = []
    for i in range(3):
        while True:
            try:
                try:
                    if i == 0:
                        break
                    if i == 1:
                        raise ValueError
                    return out
                finally:
                    out.append(f"inner {i}")
            except ValueError:
                out.append("except")
                break
            finally:
                out.append(f"outer {i}")
    return "never"


print(finally_in_loops())


def return_values():
    def plain():
        try:
            return "try"
        finally:
            pass

    def computed(log=[]):
        try:
            return log.append("evaluated first") or len(log)
        finally:
            log.append("finally")

    def mutated():
        value = [1]
        try:
            return value
        finally:
            value.append(2)

    def rebound():
        value = 1
        try:
            return value
        finally:
            value = 2

    return plain(), computed(), mutated(), rebound()


print(return_values())
