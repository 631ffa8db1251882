"""Random guest programs: made from a seed, run under CPython and on the machine, compared."""
