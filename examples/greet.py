def greet(name):
    if not name:
        raise ValueError("nobody to greet")
    return f"Hello, {name}!"


print(greet("world"))

try:
    greet("")
except ValueError as problem:
    print("no greeting:", problem)
