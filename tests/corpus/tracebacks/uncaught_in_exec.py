# status: 1
source = """
def inner(x):
    return x.attribute

def outer(x):
    return inner(x)
"""
code = compile(source, "<generated>", "exec")
space = {}
exec(code, space)
print(space["inner"].__code__.co_filename)
space["outer"](5)
