# requires: 3.15
# status: 1
lazy from shapes.circle import missing_name

print("defined lazily")


def use():
    return missing_name(1)


use()
