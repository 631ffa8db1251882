# status: 1
# stdin: only\n
def ask():
    return input("> ")


print(ask())
print(ask())
