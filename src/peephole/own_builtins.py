"""Builtins that the guest cannot replace.

Guest code may set attributes of the module `builtins`; the machine works on.  A module whose
global `__builtins__` is this dict gives it to all its functions.
"""

from __future__ import annotations

import builtins

__builtins__ = dict(vars(builtins))  # type: ignore[assignment, unused-ignore]
