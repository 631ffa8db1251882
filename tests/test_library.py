"""What the library offers: the names that are imported when somebody asks for them."""

from __future__ import annotations

from types import ModuleType

import pytest

import peephole
import peephole.code
import peephole.machine


@pytest.mark.parametrize("room", [peephole, peephole.code, peephole.machine])
def test_every_public_name_is_there_and_listed(room: ModuleType) -> None:
    for name in room.__all__:
        assert getattr(room, name) is not None
        assert name in dir(room)
    with pytest.raises(AttributeError, match="has no attribute 'unheard_of'"):
        _ = room.unheard_of
