"""A loop over everything that the garbage collector knows."""

import gc

found = gc.get_objects()


def counted():
    number = 0
    for each in found:
        number += 1
    return number


print(counted() == len(found))
print(sum(1 for each in found) == len(found))
print(len([each for each in found]) == len(found))
