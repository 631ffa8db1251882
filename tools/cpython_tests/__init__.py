"""CPython's own test suite, run natively and on the machine, and compared case by case."""
