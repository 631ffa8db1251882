# status: 1
import math

precision_of_result = 3


def compute(radius):
    return round(math.pi * radius, precision_of_reslt)


compute(2)
