# requires: 3.12
items = {"a": [1, 2, 3], "b": {"c": "d"}}
print(f"{items["a"]} {items["b"]["c"]} {", ".join(str(n) for n in items["a"])}")
print(f"{f"{f"{1 + 1}"}"}", f"{'\n'.join(["x", "y"])}", f"{
    # a comment is allowed
    items["a"][0] + 1
}")
print(f"{items["a"]!r:>{len("ten chars!") * 2}}", f"{"{}"}", f"{'"'}", f'{"'"}')
try:
    print(f"{items["z"]
        }")
except KeyError as error:
    print(repr(error), error.__traceback__.tb_lineno)
