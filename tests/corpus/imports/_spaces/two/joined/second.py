from . import first
name = f"second of two beside {first.name}"
