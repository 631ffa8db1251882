# stdin: first\nsecond line\n5\n
print(input())
name = input("name? ")
number = int(input("number? ")) * 2
print(name, number)
try:
    input("more? ")
except EOFError as error:
    print(repr(error))
